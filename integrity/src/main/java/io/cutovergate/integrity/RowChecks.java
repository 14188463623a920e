package io.cutovergate.integrity;

import io.cutovergate.harness.checklist.Checklist.DataIntegrity;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.integrity.rows.DataComparison;
import io.cutovergate.integrity.rows.DataResult;
import io.cutovergate.integrity.rows.TableResult;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of both sides: all of them equal in every cell, or a subset that is contained in the source. */
@DataIntegrity
@EachDatabasePair
record RowChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    @Check(
            "every row of the source stands on the target, equal in every cell, and no other; a subset is contained in it")
    void rowsAreTheSame() {
        Selection selection = Pairs.selection(pair);
        DataResult result = DataComparison.run(Pairs.databases(pair, sql), selection, Pairs.comparing(pair));
        evidence.note("rows of " + pair.name() + " were compared by " + result.method());
        name("not compared, as declared,", result.leftOut());
        name("impossible to compare", result.uncompared());
        evidence.forEach(result.tables(), table -> judge(table, selection));
        if (!result.uncompared().isEmpty()) {
            throw new Unexamined("not compared in " + pair.name() + ": " + list(result.uncompared()));
        }
        if (result.rows() == 0) {
            throw new Unexamined(
                    "neither side has a row to compare in " + result.tables().size() + " tables");
        }
        count(result, selection);
    }

    private void judge(TableResult table, Selection selection) {
        String subject = table.table() + " of " + pair.id();
        evidence.measure("rows that differ", subject, table.differing())
                .detail(table.describe())
                .is(0L, rule(selection));
        if (table.oneSided().isEmpty()) {
            return;
        }
        evidence.measure("parts on one side only", subject, table.oneSided().size())
                .detail(String.join("; ", table.oneSided()))
                .is(0, rule(selection));
    }

    private void count(DataResult result, Selection selection) {
        evidence.measure("tables compared", pair, result.tables().size()).atLeast(1, rule(selection));
        evidence.measure("columns compared", pair, result.columns()).atLeast(1, rule(selection));
        evidence.measure("rows compared on source", pair, result.rowsOnSource()).atLeast(1L, rule(selection));
        evidence.measure("rows compared on target", pair, result.rowsOnTarget()).atLeast(1L, rule(selection));
    }

    private void name(String what, Map<?, String> tables) {
        if (!tables.isEmpty()) {
            evidence.note(what + " in " + pair.name() + ": " + list(tables) + "; " + tables.size() + " in all");
        }
    }

    private static String list(Map<?, String> tables) {
        return tables.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String rule(Selection selection) {
        return "integrity.expect: " + (selection.subset() ? "subset" : "whole");
    }
}
