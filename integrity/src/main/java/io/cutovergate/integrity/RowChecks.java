package io.cutovergate.integrity;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist.DataIntegrity;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.integrity.rows.DataComparison;
import io.cutovergate.integrity.rows.DataResult;
import io.cutovergate.integrity.rows.TableResult;
import io.cutovergate.integrity.rows.Writes;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of both sides: all of them equal in every cell, or a subset that is contained in the source. */
@DataIntegrity
@EachDatabasePair
record RowChecks(DatabasePair pair, SqlProbe sql, Gate gate, Migration migration, Evidence evidence) {

    @Check(
            "every row of the source stands on the target, equal in every cell, and no other, unless it is in flight before the"
                    + " cutover or written on the target after it; a subset is contained in the source")
    void rowsAreTheSame() {
        RowRule rule = new RowRule(pair, gate, migration);
        Both<DatabaseAt> databases = Pairs.databases(pair, sql);
        if (gate == Gate.CUTOVER) {
            new OpenedTarget(pair).keep(Writes.of(databases.target()), evidence);
        }
        DataResult result = DataComparison.run(databases, Pairs.selection(pair), rule.comparing());
        evidence.note("rows of " + pair.name() + " were compared by " + result.method());
        name("not compared, as declared,", result.leftOut());
        name("impossible to compare", result.uncompared());
        evidence.forEach(result.tables(), table -> judge(table, rule));
        if (!result.uncompared().isEmpty()) {
            throw new Unexamined("not compared in " + pair.name() + ": " + list(result.uncompared()));
        }
        if (result.rows() == 0) {
            throw new Unexamined(
                    "neither side has a row to compare in " + result.tables().size() + " tables");
        }
        count(result, rule);
    }

    private void judge(TableResult table, RowRule rule) {
        String subject = table.table() + " of " + pair.id();
        evidence.measure("rows that differ", subject, table.differing())
                .detail(table.describe())
                .is(0L, rule.key());
        if (table.oneSided().isEmpty()) {
            return;
        }
        evidence.measure("parts on one side only", subject, table.oneSided().size())
                .detail(String.join("; ", table.oneSided()))
                .is(0, rule.key());
    }

    private void count(DataResult result, RowRule rule) {
        evidence.measure("tables compared", pair, result.tables().size()).atLeast(1, rule.key());
        evidence.measure("columns compared", pair, result.columns()).atLeast(1, rule.key());
        evidence.measure("rows compared on source", pair, result.rowsOnSource()).atLeast(1L, rule.key());
        evidence.measure("rows compared on target", pair, result.rowsOnTarget()).atLeast(1L, rule.key());
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
}
