package io.cutovergate.harness.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A share of a whole, written in percent: {@code 0.5%}, or {@code +10%} for "ten percent more".
 *
 * @param fraction the share as a fraction of one: {@code 0.005} for {@code 0.5%}; never negative
 */
public record Share(double fraction) implements Comparable<Share> {

    public Share {
        if (!(fraction >= 0) || Double.isInfinite(fraction)) {
            throw new IllegalArgumentException("a share is zero or more: " + fraction);
        }
    }

    /** Reads {@code 0.5%} or {@code +10%}; anything else is an {@link IllegalArgumentException}. */
    public static Share parse(String text) {
        if (!text.endsWith("%")) {
            throw new IllegalArgumentException("a share ends in %: " + text);
        }
        String percent = text.substring(0, text.length() - 1);
        return new Share(new BigDecimal(percent).movePointLeft(2).doubleValue());
    }

    @Override
    public int compareTo(Share other) {
        return Double.compare(fraction, other.fraction);
    }

    /** The share in percent: {@code 0.5%}; of a measured one at most four decimals. */
    @Override
    public String toString() {
        BigDecimal percent = BigDecimal.valueOf(fraction).movePointRight(2).setScale(4, RoundingMode.HALF_EVEN);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + "%";
    }
}
