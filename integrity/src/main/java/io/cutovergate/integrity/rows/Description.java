package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.rows.Difference.Cell;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.Unequal.Found;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of the few rows that are shown, and says how they differ. */
record Description(Asked asked) {

    private static final String MASK = "***";

    private record Row(long id, List<@Nullable String> cells) {}

    List<Difference> of(List<Found> found) {
        return table().hasKey() ? byKey(found) : byCells(found);
    }

    private List<Difference> byKey(List<Found> found) {
        List<Found> changed =
                found.stream().filter(one -> one.kind() == Kind.CHANGED).toList();
        Both<Map<Long, Row>> rows = changed.isEmpty()
                ? new Both<>(Map.of(), Map.of())
                : asked.snapshots()
                        .ask(side -> read(side, asked.sql(side).cellsOfKeys(), Keys.parameters(entries(changed))));
        List<Difference> differences = new ArrayList<>();
        long place = 0;
        for (Found one : found) {
            List<Cell> cells = List.of();
            if (one.kind() == Kind.CHANGED) {
                place++;
                cells = differing(row(rows.source(), place), row(rows.target(), place));
            }
            differences.add(new Difference(one.kind(), key(one.entry()), one.copies(), cells));
        }
        return differences;
    }

    private List<Difference> byCells(List<Found> found) {
        Both<Map<Long, Row>> rows = asked.snapshots().ask(side -> {
            Kind kind = side.side() == Side.SOURCE ? Kind.MISSING : Kind.EXTRA;
            List<Long> hashes = found.stream()
                    .filter(one -> one.kind() == kind)
                    .map(one -> one.entry().hash())
                    .toList();
            return hashes.isEmpty() ? Map.of() : read(side, asked.sql(side).cellsOfHashes(), hashes);
        });
        return found.stream()
                .map(one -> {
                    Map<Long, Row> ofSide = one.kind() == Kind.MISSING ? rows.source() : rows.target();
                    return new Difference(
                            one.kind(), whole(row(ofSide, one.entry().hash())), one.copies(), List.of());
                })
                .toList();
    }

    private ComparedTable table() {
        return asked.table();
    }

    private Map<Long, Row> read(Snapshot side, String sql, List<?>... parameters) {
        Map<Long, Row> rows = new HashMap<>();
        side.list(asked.what(), sql, this::row, parameters).forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    private Row row(ResultSet result) throws SQLException {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < table().columns().size(); i++) {
            cells.add(result.getString(i + 2));
        }
        return new Row(result.getLong(1), cells);
    }

    private static Row row(Map<Long, Row> rows, long id) {
        return Objects.requireNonNull(rows.get(id), "a row that the same snapshot had before");
    }

    private List<Cell> differing(Row source, Row target) {
        return IntStream.range(0, table().columns().size())
                .filter(i ->
                        !Objects.equals(source.cells().get(i), target.cells().get(i)))
                .mapToObj(i -> new Cell(
                        name(i),
                        shown(i, source.cells().get(i)),
                        shown(i, target.cells().get(i))))
                .toList();
    }

    private String whole(Row row) {
        return IntStream.range(0, table().columns().size())
                .mapToObj(i ->
                        name(i) + "=" + Difference.print(shown(i, row.cells().get(i))))
                .collect(Collectors.joining(", "));
    }

    private String key(Entry entry) {
        return IntStream.range(0, table().key().size())
                .mapToObj(i -> {
                    String name = table().key().get(i).name();
                    return name + "="
                            + Difference.print(
                                    table().masked().contains(name)
                                            ? MASK
                                            : entry.key().get(i));
                })
                .collect(Collectors.joining(", "));
    }

    private String name(int column) {
        return table().columns().get(column).name();
    }

    private @Nullable String shown(int column, @Nullable String value) {
        return value != null && table().masked().contains(name(column)) ? MASK : value;
    }

    private static List<Entry> entries(List<Found> found) {
        return found.stream().map(Found::entry).toList();
    }
}
