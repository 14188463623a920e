package io.cutovergate.cutover.watch;

/** What the lines of a record begin with. Fields stand between tabs, times are microseconds since the anchor. */
final class RecordLine {

    static final String FORMAT = "1";

    /** Format, observer, anchor, environment, run, process. */
    static final String HEAD = "H";

    /** Series, period, host, path. */
    static final String SERIES = "S";

    /** Series, prefix, first, after the last: identifiers that may have been sent. */
    static final String RESERVED = "R";

    /** Series, planned, sent, done, outcome, status, side, address, resolver, identifier, told. */
    static final String ASKED = "O";

    /** Series or "observer", from, to: not asked, as this process did not run. */
    static final String GAP = "G";

    /** Now, how much the wall clock has gone ahead. */
    static final String ALIVE = "A";

    /** Something that a reader must know. */
    static final String NOTE = "N";

    /** Now; the record is whole. */
    static final String END = "E";

    private RecordLine() {}
}
