package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.rows.Difference.Cell;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.Difference.Value;
import io.cutovergate.integrity.rows.Unequal.Found;
import io.cutovergate.integrity.sql.Both;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of some rows that differ, and says how. Masked ones stay masked. */
record Description(Asked asked) {

    private static final String MASK = "***";

    List<Difference> of(List<Found> found) {
        return table().hasKey() ? byKey(found) : byCells(found);
    }

    private List<Difference> byKey(List<Found> found) {
        List<Found> changed =
                found.stream().filter(one -> one.kind() == Kind.CHANGED).toList();
        Both<Map<Long, List<@Nullable String>>> rows = changed.isEmpty()
                ? new Both<>(Map.of(), Map.of())
                : asked.snapshots().ask(side -> cells().ofKeys(side, changed));
        List<Difference> differences = new ArrayList<>();
        long place = 0;
        for (Found one : found) {
            List<Cell> cells = List.of();
            if (one.kind() == Kind.CHANGED) {
                place++;
                cells = differing(Cells.row(rows.source(), place), Cells.row(rows.target(), place));
            }
            differences.add(new Difference(one.kind(), key(one.entry()), one.copies(), cells));
        }
        return differences;
    }

    private List<Difference> byCells(List<Found> found) {
        Both<Map<Long, List<@Nullable String>>> rows = asked.snapshots().ask(side -> {
            Kind kind = side.side() == Side.SOURCE ? Kind.MISSING : Kind.EXTRA;
            return cells().ofHashes(
                            side,
                            found.stream().filter(one -> one.kind() == kind).toList());
        });
        return found.stream()
                .map(one -> {
                    Map<Long, List<@Nullable String>> ofSide =
                            one.kind() == Kind.MISSING ? rows.source() : rows.target();
                    return new Difference(
                            one.kind(), whole(Cells.row(ofSide, one.entry().hash())), one.copies(), List.of());
                })
                .toList();
    }

    private Cells cells() {
        return new Cells(asked, table().columns(), false);
    }

    private ComparedTable table() {
        return asked.table();
    }

    private List<Cell> differing(List<@Nullable String> source, List<@Nullable String> target) {
        return IntStream.range(0, source.size())
                .filter(i -> !Objects.equals(source.get(i), target.get(i)))
                .mapToObj(i -> new Cell(name(i), shown(name(i), source.get(i)), shown(name(i), target.get(i))))
                .toList();
    }

    private List<Value> whole(List<@Nullable String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> new Value(name(i), shown(name(i), row.get(i))))
                .toList();
    }

    private List<Value> key(Entry entry) {
        return IntStream.range(0, table().key().size())
                .mapToObj(i -> {
                    String name = table().key().get(i).name();
                    return new Value(name, shown(name, entry.key().get(i)));
                })
                .toList();
    }

    private String name(int column) {
        return table().columns().get(column).name();
    }

    private @Nullable String shown(String column, @Nullable String value) {
        return value != null && table().masked().contains(column) ? MASK : value;
    }
}
