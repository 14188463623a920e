package io.cutovergate.cli;

/** Exit statuses besides those of a verdict (sysexits.h, BSD). */
final class Exit {

    static final int OK = 0;
    static final int NO_GO = 1;
    static final int INCONCLUSIVE = 2;
    /** Wrong usage, or files with mistakes. */
    static final int USAGE = 64;
    /** The harness itself broke. */
    static final int SOFTWARE = 70;

    private Exit() {}
}
