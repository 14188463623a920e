package io.cutovergate.harness;

/** One cloud's deployment. */
public enum Side {
    SOURCE,
    TARGET;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
