package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshot;
import java.util.stream.Collectors;

/**
 * Compares the rows of one table in the databases themselves and reads only what differs: sums over the table, then over
 * segments of its keys, then the hashes of the segments that differ, then cells.
 */
record TableComparison(Asked asked, boolean subset, int show) {

    TableResult run() {
        Both<Total> totals = asked.snapshots().ask(this::total);
        Unequal unequal = new Unequal(show);
        if (subset || !totals.agree()) {
            open(totals, unequal);
        }
        ComparedTable table = asked.table();
        return new TableResult(
                table.name(),
                totals.map(Total::rows),
                table.columns().size(),
                by(table),
                table.ignored(),
                table.oneSided(),
                unequal.counts(),
                new Description(asked).of(unequal.first()));
    }

    private void open(Both<Total> totals, Unequal unequal) {
        if (!asked.table().hasKey()) {
            new Bag(asked, subset).compare(unequal);
        } else if (subset) {
            new KeyLookup(asked).compare(unequal);
        } else {
            new KeySegments(asked)
                    .compare(Math.max(totals.source().rows(), totals.target().rows()), unequal);
        }
    }

    private Total total(Snapshot side) {
        TableSql sql = asked.sql(side);
        return side.list(
                        asked.what(),
                        subset ? sql.counts() : sql.totals(),
                        row -> new Total(row.getLong(1), row.getString(2)))
                .get(0);
    }

    private static String by(ComparedTable table) {
        return table.hasKey()
                ? "key " + table.key().stream().map(ComparedColumn::name).collect(Collectors.joining(", "))
                : "all columns, having no key";
    }
}
