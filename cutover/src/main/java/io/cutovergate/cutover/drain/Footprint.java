package io.cutovergate.cutover.drain;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What every write to a database moves, at one moment.
 *
 * @param sequences what each has given out last; empty where nothing yet
 * @param tables rows that were ever written, by table
 * @param applied tables into which a subscription writes
 * @param transaction the next id of the server
 */
record Footprint(Map<String, String> sequences, Map<String, Long> tables, List<String> applied, long transaction) {

    /** NULL is the value of a sequence that nobody used, and of one that the role may not read ("pg_sequences"). */
    private static final String SEQUENCES = """
            select format('%I.%I', schemaname, sequencename), last_value,
                   has_sequence_privilege(format('%I.%I', schemaname, sequencename), 'select, usage')
            from pg_sequences order by 1
            """;

    private static final String TABLES = """
            select format('%I.%I', t.schemaname, t.relname), t.n_tup_ins + t.n_tup_upd + t.n_tup_del,
                   exists (select from pg_subscription_rel r join pg_subscription s on s.oid = r.srsubid
                           where r.srrelid = t.relid and s.subenabled)
            from pg_stat_user_tables t order by 1
            """;

    /** It takes none itself: a transaction that only reads has no id. */
    private static final String TRANSACTION = "select txid_snapshot_xmax(txid_current_snapshot())";

    static Footprint of(Reading reading) {
        Map<String, String> sequences = new LinkedHashMap<>();
        List<String> hidden = new ArrayList<>();
        reading.rows("sequences", SEQUENCES, row -> {
            if (!row.getBoolean(3)) {
                hidden.add(row.getString(1));
            }
            return sequences.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), ""));
        });
        if (!hidden.isEmpty()) {
            throw new Unexamined("the gate's role may not read " + hidden.size() + " sequences of the source, such as "
                    + hidden.get(0) + ": grant select on them");
        }
        Map<String, Long> tables = new LinkedHashMap<>();
        List<String> applied = new ArrayList<>();
        reading.rows("rows written", TABLES, row -> {
            if (row.getBoolean(3)) {
                applied.add(row.getString(1));
            }
            return tables.put(row.getString(1), row.getLong(2));
        });
        return new Footprint(
                sequences, tables, applied, reading.row("next transaction", TRANSACTION, row -> row.getLong(1)));
    }

    /** Sequences that have given something out since. */
    List<String> movedSince(Footprint earlier) {
        return sequences.entrySet().stream()
                .filter(now -> !now.getValue().equals(earlier.sequences.getOrDefault(now.getKey(), "")))
                .map(now -> now.getKey() + " (from " + shown(earlier.sequences.getOrDefault(now.getKey(), "")) + " to "
                        + now.getValue() + ")")
                .toList();
    }

    /** Tables that were written since, but for those that a subscription writes; {@link Unexamined} where the counts began anew. */
    List<String> writtenSince(Footprint earlier) {
        return tables.entrySet().stream()
                .filter(now -> !applied.contains(now.getKey()) && !earlier.applied.contains(now.getKey()))
                .filter(now -> now.getValue() != written(earlier, now.getKey()))
                .map(now -> {
                    long rows = now.getValue() - written(earlier, now.getKey());
                    if (rows < 0) {
                        throw new Unexamined("the source's statistics were begun anew meanwhile: " + now.getKey()
                                + " had " + written(earlier, now.getKey()) + " rows written, and now "
                                + now.getValue());
                    }
                    return now.getKey() + " (" + rows + " rows)";
                })
                .toList();
    }

    private static long written(Footprint footprint, String table) {
        return footprint.tables.getOrDefault(table, 0L);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    /** What was looked at, for the report. */
    String told() {
        return sequences.size() + " sequences, " + (tables.size() - applied.size()) + " tables"
                + (applied.isEmpty()
                        ? ""
                        : ", and " + applied.size() + " into which a subscription writes ("
                                + applied.stream().limit(3).collect(Collectors.joining(", ")) + " …)");
    }
}
