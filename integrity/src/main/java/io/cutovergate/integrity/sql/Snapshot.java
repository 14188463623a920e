package io.cutovergate.integrity.sql;

import io.cutovergate.harness.Side;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.RowMapper;
import io.cutovergate.probe.sql.Rows;
import java.time.Duration;
import java.util.List;

/**
 * One side of a comparison: everything it reads is of one moment, and it takes no lock that a writer would wait for. A
 * standby serves as well as a primary.
 */
public record Snapshot(Side side, Reading reading, String pins) implements AutoCloseable {

    /** What a reading does not pin: whatever else changes the look of values, hides rows or misleads the planner. */
    private static final String PINS = """
            set local lc_monetary = 'C';
            set local xmlbinary = 'base64';
            set local xmloption = 'content';
            set local standard_conforming_strings = on;
            set local quote_all_identifiers = off;
            -- a policy that hides rows becomes an error instead of a smaller table
            set local row_security = off;
            -- groups of hashes: sorting for them is slower, and the planner cannot know
            set local enable_sort = off;
            set local jit = off;
            -- what is read at the same time is bounded by the connections, and by nothing else
            set local max_parallel_workers_per_gather = 0;
            -- whoever compares and dies leaves no transaction behind; longer than the other side's statement may take
            set local idle_in_transaction_session_timeout = %d
            """;

    /** What it may take beyond a statement's time until the other side is given up. */
    private static final Duration OTHER_SIDE = Duration.ofMinutes(1);

    /** Begins at this moment. */
    static Snapshot begin(DatabaseAt database) {
        return begin(database, "");
    }

    /** Begins at the moment of another, named by its {@link #export}; at this one where the name is empty. */
    static Snapshot begin(DatabaseAt database, String exported) {
        String pins = PINS.formatted(database.within().plus(OTHER_SIDE).toMillis());
        Reading reading = database.snapshot();
        try {
            if (!exported.isEmpty()) {
                reading.execute("snapshot", "set transaction snapshot '" + exported + "'");
            }
            reading.execute("settings", pins);
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
        return new Snapshot(database.side(), reading, pins);
    }

    /** Ends this moment; the next statement begins another. */
    void renew() {
        reading.renew();
        reading.execute("settings", pins);
    }

    /** A name by which other connections to the same server see what this one sees, as long as it lasts. */
    String export() {
        return reading.row("snapshot", "select pg_export_snapshot()", row -> row.getString(1));
    }

    /**
     * All rows of a small result.
     *
     * @param what names the statement in messages
     * @param parameters a list is handed over as an array
     */
    public <T> List<T> list(String what, String sql, RowMapper<T> mapper, Object... parameters) {
        return reading.rows(what, sql, mapper, arrays(parameters));
    }

    /** The rows of a result of any size; to be closed. */
    public <T> Rows<T> stream(String what, String sql, RowMapper<T> mapper, Object... parameters) {
        return reading.stream(what, sql, mapper, arrays(parameters));
    }

    void mark() {
        reading.execute("mark", "savepoint mark");
    }

    void rewind() {
        reading.execute("rewind", "rollback to savepoint mark");
    }

    void release() {
        reading.execute("release", "release savepoint mark");
    }

    /** A list becomes an array of bigint for numbers, of text otherwise. */
    private static Object[] arrays(Object... parameters) {
        Object[] arrays = parameters.clone();
        for (int i = 0; i < arrays.length; i++) {
            if (arrays[i] instanceof List<?> list) {
                boolean numbers = !list.isEmpty() && list.get(0) instanceof Long;
                arrays[i] = list.toArray(numbers ? new Long[0] : new String[0]);
            }
        }
        return arrays;
    }

    @Override
    public void close() {
        reading.close();
    }
}
