package io.cutovergate.harness.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A number of bytes, written with its unit: {@code 64MiB}, {@code 1GiB}, {@code 10kB}, {@code 5B}. Units with an i are
 * powers of 1024, the others of 1000 (IEC 80000-13).
 */
public record Size(long bytes) implements Comparable<Size> {

    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("TiB", 1L << 40);
        UNITS.put("TB", 1_000_000_000_000L);
        UNITS.put("GiB", 1L << 30);
        UNITS.put("GB", 1_000_000_000L);
        UNITS.put("MiB", 1L << 20);
        UNITS.put("MB", 1_000_000L);
        UNITS.put("KiB", 1L << 10);
        UNITS.put("kB", 1_000L);
        UNITS.put("B", 1L);
    }

    public Size {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is zero or more: " + bytes);
        }
    }

    /** Reads a whole number and a unit; anything else is an {@link IllegalArgumentException}. */
    public static Size parse(String text) {
        Measure measure = Measure.of(text);
        Long unit = UNITS.get(measure.unit());
        if (unit == null) {
            throw new IllegalArgumentException("unknown unit of size: " + text);
        }
        try {
            return new Size(Math.multiplyExact(measure.count(), unit));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too large a size: " + text, e);
        }
    }

    @Override
    public int compareTo(Size other) {
        return Long.compare(bytes, other.bytes);
    }

    /** The size in the largest unit that keeps it a whole number: {@code 64MiB}. */
    @Override
    public String toString() {
        if (bytes == 0) {
            return "0B";
        }
        for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
            if (bytes % unit.getValue() == 0) {
                return bytes / unit.getValue() + unit.getKey();
            }
        }
        return bytes + "B";
    }

    /** About how much it is where no unit counts it in whole numbers: {@code 103.5MiB}; empty where it is plain. */
    public String about() {
        if (bytes < (1L << 20) || !toString().equals(bytes + "B")) {
            return "";
        }
        String unit = bytes >= 1L << 40 ? "TiB" : bytes >= 1L << 30 ? "GiB" : "MiB";
        return String.format(Locale.ROOT, "%.1f%s", (double) bytes / UNITS.getOrDefault(unit, 1L), unit);
    }
}
