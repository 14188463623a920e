package io.cutovergate.probe.comparison;

/** The standard normal distribution. */
final class Normal {

    private Normal() {}

    /**
     * Below which value a share lies, of one half or more; wrong by less than 0.00045 (Abramowitz and Stegun 1964, 26.2.23).
     */
    static double quantile(double share) {
        if (!(share >= 0.5 && share < 1)) {
            throw new IllegalArgumentException("a share from one half to below one: " + share);
        }
        double t = Math.sqrt(-2 * Math.log(1 - share));
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }
}
