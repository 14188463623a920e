package io.cutovergate.integrity.rows;

/**
 * A share of a table's pages, so that a large table is worked on by several connections, tells its progress, and is never
 * one long statement. The sums of its chunks are the sum of the table, whichever rows stand in which.
 *
 * @param number from zero
 */
record Chunk(int number, int of) {

    static final Chunk WHOLE = new Chunk(0, 1);

    /**
     * So many pages are one chunk: 1 GiB of 8 KiB pages, some seconds' work. Less would cost more: a server reads a range of
     * pages past the small ring of buffers that it keeps for a whole table, which pushes out what others need.
     */
    private static final long PAGES = 131_072;

    /** How many chunks a table is worked on in; both sides in as many. */
    static int count(ComparedTable table) {
        if (table.table().source().blocks() == 0 || table.table().target().blocks() == 0) {
            return 1;
        }
        long blocks =
                Math.max(table.table().source().blocks(), table.table().target().blocks());
        return count(blocks);
    }

    static int count(long blocks) {
        return (int) Math.min(100_000, 1 + blocks / PAGES);
    }

    /** The condition on the rows of one side, or nothing; of the last one the end is open, as the table may have grown. */
    String condition(Table table) {
        if (of == 1) {
            return "";
        }
        String from = "t.ctid >= '(" + table.blocks() * number / of + ",0)'::pg_catalog.tid";
        String to = " and t.ctid < '(" + table.blocks() * (number + 1) / of + ",0)'::pg_catalog.tid";
        return " where " + from + (number + 1 == of ? "" : to);
    }
}
