package io.cutovergate.integrity.sequences;

import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sequences.Sequence.Filled;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the sequences of a side. Sequences are outside of every snapshot: their values are those of this moment. */
public final class Sequences {

    private static final String SEQUENCES = Resource.sql(Sequences.class, "sequences");

    private record Line(
            TableName sequence,
            long increment,
            @Nullable TableName table,
            @Nullable String column) {}

    private record State(BigDecimal next, boolean called) {}

    private Sequences() {}

    /** All sequences but those of excluded tables, by name. */
    public static SortedMap<TableName, Sequence> read(Snapshot side, List<String> schemas, Selection selection) {
        Map<TableName, List<Line>> lines = side.list("sequences", SEQUENCES, Sequences::line, schemas).stream()
                .filter(line -> line.table() == null || !selection.excludes(line.table()))
                .collect(Collectors.groupingBy(Line::sequence));
        SortedMap<TableName, Sequence> sequences = new TreeMap<>();
        lines.forEach((name, ofSequence) -> sequences.put(name, sequence(side, name, ofSequence)));
        return sequences;
    }

    private static Sequence sequence(Snapshot side, TableName name, List<Line> lines) {
        long increment = lines.get(0).increment();
        State state = side.list(
                        "state of " + name,
                        Sequence.stateSql(name, increment),
                        row -> new State(row.getBigDecimal(1), row.getBoolean(2)))
                .get(0);
        List<Filled> filled = new ArrayList<>();
        for (Line line : lines) {
            if (line.table() != null && line.column() != null) {
                filled.add(filled(side, line.table(), line.column(), increment));
            }
        }
        return new Sequence(name, increment, state.next(), state.called(), filled);
    }

    private static Filled filled(Snapshot side, TableName table, String column, long increment) {
        return side.list(
                        "furthest key of " + table,
                        Sequence.furthestSql(table, column, increment),
                        row -> new Filled(table, column, row.getBigDecimal(1)))
                .get(0);
    }

    private static Line line(ResultSet row) throws SQLException {
        String schema = row.getString("of_schema");
        return new Line(
                new TableName(row.getString("schema"), row.getString("name")),
                row.getLong("increment"),
                schema == null ? null : new TableName(schema, Objects.requireNonNull(row.getString("of_table"))),
                row.getString("of_column"));
    }
}
