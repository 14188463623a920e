package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Integrity;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.server.Databases;
import java.time.Duration;
import java.util.List;

/** A comparison that was run, and how tests look at it. */
record Compared(DataResult result) {

    static Compared of(Databases databases) {
        return of(databases, Databases.everything());
    }

    static Compared of(Databases databases, Selection selection) {
        return new Compared(DataComparison.run(
                databases.sides(),
                selection,
                new Comparing(
                        selection.subset() ? Rule.SUBSET : Rule.WHOLE,
                        null,
                        2,
                        20,
                        Integrity.Hash.FAST,
                        Duration.ZERO,
                        Pace.FAST,
                        ComparisonListener.NONE)));
    }

    TableResult table(String name) {
        return result.tables().stream()
                .filter(table -> table.table().isCalled(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " was not compared: " + result));
    }

    /** What is said of a table's rows, sorted because segments have no order. */
    List<String> differences(String name) {
        return table(name).shown().stream().map(Difference::toString).sorted().toList();
    }

    void findsNothing() {
        assertThat(result.uncompared()).isEmpty();
        assertThat(result.tables()).isNotEmpty().allSatisfy(table -> assertThat(table.differing())
                .as(table.table() + ": " + table.describe())
                .isZero());
    }
}
