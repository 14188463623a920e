package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.Unequal.Found;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.probe.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the statements that would make rows of the target equal to the source's. Never runs them. They hold values as
 * they are, masked columns too.
 */
record Repair(Asked asked) {

    List<String> of(List<Found> found) {
        ComparedTable table = asked.table();
        if (table.table().target().isLargeObjects()) {
            return List.of("-- large objects are not mended here: " + found.size() + " differ");
        }
        return table.hasKey() ? byKey(found) : byCells(found);
    }

    private List<String> byKey(List<Found> found) {
        Cells cells = cells();
        Both<Map<Long, List<@Nullable String>>> rows = asked.snapshots().ask(side -> cells.ofKeys(side, found));
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            String where = where(one.entry());
            if (one.kind() == Kind.EXTRA) {
                statements.add("delete from " + name() + where + ";");
            } else {
                List<@Nullable String> source = Cells.row(rows.source(), i + 1L);
                statements.add(
                        one.kind() == Kind.MISSING
                                ? insert(source)
                                : update(source, Cells.row(rows.target(), i + 1L), where));
            }
        }
        return statements;
    }

    private List<String> byCells(List<Found> found) {
        Cells cells = cells();
        Both<Map<Long, List<@Nullable String>>> rows = asked.snapshots().ask(side -> ofSide(cells, side, found));
        List<String> statements = new ArrayList<>();
        for (Found one : found) {
            if (one.kind() == Kind.MISSING) {
                String insert = insert(Cells.row(rows.source(), one.entry().hash()));
                for (long i = 0; i < one.copies(); i++) {
                    statements.add(insert);
                }
            } else {
                statements.add(delete(Cells.row(rows.target(), one.entry().hash()), one.copies()));
            }
        }
        return statements;
    }

    private static Map<Long, List<@Nullable String>> ofSide(Cells cells, Snapshot side, List<Found> found) {
        Kind kind = side.side() == Side.SOURCE ? Kind.MISSING : Kind.EXTRA;
        return cells.ofHashes(
                side, found.stream().filter(one -> one.kind() == kind).toList());
    }

    /** All that can be written, whether it is compared or not: a row that is missing needs them. */
    private List<ComparedColumn> columns() {
        Set<String> generated = asked.table().table().target().columns().stream()
                .filter(Column::generated)
                .map(Column::name)
                .collect(Collectors.toSet());
        return asked.table().shared().stream()
                .filter(column -> !generated.contains(column.name()))
                .toList();
    }

    private Cells cells() {
        return new Cells(asked, columns(), true);
    }

    private String insert(List<@Nullable String> row) {
        String values = row.stream().map(Repair::literal).collect(Collectors.joining(", "));
        String names = columns().stream().map(Repair::quoted).collect(Collectors.joining(", "));
        return row.isEmpty()
                ? "insert into " + name() + " default values;"
                : "insert into " + name() + " (" + names + ") overriding system value values (" + values + ");";
    }

    private String update(List<@Nullable String> source, List<@Nullable String> target, String where) {
        List<ComparedColumn> columns = columns();
        Set<String> compared =
                asked.table().columns().stream().map(ComparedColumn::name).collect(Collectors.toSet());
        String set = IntStream.range(0, columns.size())
                .filter(i -> compared.contains(columns.get(i).name()) && !Objects.equals(source.get(i), target.get(i)))
                .mapToObj(i -> quoted(columns.get(i)) + " = " + literal(source.get(i)))
                .collect(Collectors.joining(", "));
        return set.isEmpty()
                ? "-- the digests of the row" + where + " differ though no text does"
                : "update " + name() + " set " + set + where + ";";
    }

    private String delete(List<@Nullable String> row, long copies) {
        List<ComparedColumn> columns = columns();
        String alike = IntStream.range(0, row.size())
                .mapToObj(i -> columns.get(i).column().target().text() + " is not distinct from " + literal(row.get(i)))
                .collect(Collectors.joining(" and "));
        return "delete from " + name() + " where ctid in (select ctid from only " + name() + " t"
                + (alike.isEmpty() ? "" : " where " + alike) + " limit " + copies + ");";
    }

    private String where(Entry entry) {
        List<ComparedColumn> key = asked.table().key();
        return IntStream.range(0, key.size())
                .mapToObj(i -> quoted(key.get(i)) + " = " + literal(entry.key().get(i)))
                .collect(Collectors.joining(" and ", " where ", ""));
    }

    private String name() {
        return asked.table().name().sql();
    }

    private static String quoted(ComparedColumn column) {
        return Identifier.quote(column.name());
    }

    /** A literal of no type yet: it takes that of the column. */
    private static String literal(@Nullable String text) {
        return text == null ? "null" : "'" + text.replace("'", "''") + "'";
    }
}
