package io.cutovergate.integrity.rows;

/** What the target must hold of the source's rows. */
public enum Rule {
    /** The same rows and no others. */
    WHOLE,
    /** Only rows that the source has. */
    SUBSET,
    /** The same rows, unless the target has written there since it was opened. */
    KEPT
}
