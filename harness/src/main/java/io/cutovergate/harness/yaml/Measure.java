package io.cutovergate.harness.yaml;

/** A whole number directly followed by its unit: {@code 64MiB}. */
record Measure(long count, String unit) {

    static Measure of(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0) {
            throw new IllegalArgumentException("not a whole number with a unit: " + text);
        }
        // a NumberFormatException is an IllegalArgumentException: the number does not fit
        return new Measure(Long.parseLong(text.substring(0, digits)), text.substring(digits));
    }
}
