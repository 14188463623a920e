package io.cutovergate.harness;

/** How a side is reached. */
public enum Route {
    /** By the name that users type, resolved now, whichever side answers. */
    PUBLIC_NAME,
    /** By the side's own entry address, with the public name as SNI and Host. */
    ENTRY
}
