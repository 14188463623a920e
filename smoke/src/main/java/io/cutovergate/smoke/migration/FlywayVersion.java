package io.cutovergate.smoke.migration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A version as Flyway orders them: numbers between dots or underscores, so that 10 comes after 9 and 1.0 is 1.
 *
 * @param parts without zeros at the end
 */
record FlywayVersion(List<BigInteger> parts) implements Comparable<FlywayVersion> {

    FlywayVersion {
        parts = List.copyOf(parts);
    }

    /** Reads it; a {@link NumberFormatException} where a part is no number. */
    static FlywayVersion of(String text) {
        List<BigInteger> parts =
                Arrays.stream(text.split("[._]")).map(BigInteger::new).collect(Collectors.toCollection(ArrayList::new));
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return new FlywayVersion(parts);
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger part(int i) {
        return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}
