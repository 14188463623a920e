package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.DataIntegrity;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.integrity.constraints.Constraint;
import io.cutovergate.integrity.constraints.Examination;
import io.cutovergate.integrity.constraints.ForeignKeys;
import io.cutovergate.integrity.constraints.UniqueKeys;
import io.cutovergate.integrity.constraints.UnvalidatedChecks;
import io.cutovergate.integrity.constraints.Violation;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Constraints of the target that the catalog declares, held against the rows that stand there. */
@DataIntegrity
@EachDatabasePair
record ConstraintChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    @Check(
            "every foreign key of the target holds: no row refers to what is missing, unless it does on the source as well")
    void foreignKeysHold() {
        judge("foreign keys", ForeignKeys::read);
    }

    @Check("every unique index over texts holds against its table, unless the source has the same doubles")
    void uniqueKeysHold() {
        judge("unique keys over texts", UniqueKeys::read);
    }

    @Check("no row breaks a check that was never validated, unless the source has as many")
    void unvalidatedChecksHold() {
        judge("checks that are not valid", UnvalidatedChecks::read);
    }

    private void judge(String what, BiFunction<Snapshot, List<String>, List<Constraint>> read) {
        Accepted accepted = Accepted.of(pair);
        Examination examination;
        try (Snapshots snapshots = Snapshots.open(Pairs.databases(pair, sql))) {
            Selection selection = Pairs.selection(pair);
            List<String> schemas = selection.schemasOf(snapshots);
            List<Constraint> declared = read.apply(snapshots.on(Side.TARGET), schemas);
            examination = Examination.of(snapshots, declared, selection);
        }
        note(what + " of tables that are left out", examination.leftOut());
        note(
                what + " that do not hold, on source as well",
                examination.examined().stream()
                        .filter(violation -> violation.alsoOnSource() > 0)
                        .map(violation -> violation.constraint() + ": " + describe(violation))
                        .toList());
        List<Violation> broken = examination.examined().stream()
                .filter(violation -> violation.onlyOnTarget() > 0)
                .toList();
        List<Violation> rest =
                accepted.rest(broken, violation -> violation.constraint().object(), evidence);
        evidence.forEach(rest, violation -> evidence.measure(
                        "rows that break it", violation.constraint() + " of " + pair.id(), violation.onlyOnTarget())
                .detail(describe(violation))
                .is(0L, accepted.key()));
        int declared = examination.examined().size() + examination.unexamined().size();
        if (!examination.unexamined().isEmpty()) {
            throw new Unexamined("of " + declared + " " + what + " of " + pair.name() + " not examined: "
                    + examination.unexamined().entrySet().stream()
                            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        evidence.measure(what + " examined", pair, examination.examined().size())
                .is(declared, "all that target declares");
    }

    private String describe(Violation violation) {
        return violation.describe(pair.integrity().show());
    }

    private void note(String what, List<String> parts) {
        if (!parts.isEmpty()) {
            evidence.note(what + " in " + pair.name() + ": " + String.join("; ", parts));
        }
    }
}
