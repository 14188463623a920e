package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.Rows;
import java.util.function.Function;

/** A table with the two databases that are asked for it, and how its rows are hashed. */
record Asked(ComparedTable table, RowHash hash, Snapshots snapshots) {

    /** What is being done, for messages. */
    String what() {
        return "comparison of " + table.name();
    }

    /** The statements for one side. */
    TableSql sql(Snapshot side) {
        return new TableSql(table, side.side(), hash);
    }

    /** Walks the entries of both sides, which the statement gives in the order of their hash. */
    void merge(Function<TableSql, String> statement, Merge.Sink sink, Object... parameters) {
        Both<Rows<Entry>> streams =
                snapshots.ask(side -> side.stream(what(), statement.apply(sql(side)), Entry::read, parameters));
        try (Rows<Entry> source = streams.source();
                Rows<Entry> target = streams.target()) {
            Merge.run(new Both<>(source, target), sink);
        }
    }
}
