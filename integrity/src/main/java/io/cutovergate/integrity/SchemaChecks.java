package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.DataIntegrity;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.integrity.schema.Kind;
import io.cutovergate.integrity.schema.Schema;
import io.cutovergate.integrity.schema.SchemaComparison;
import io.cutovergate.integrity.schema.SchemaDifference;
import io.cutovergate.integrity.schema.SchemaFigures;
import io.cutovergate.integrity.schema.SchemaResult;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;
import java.util.stream.Collectors;

/** The schema of the target, object by object, against the source's. */
@DataIntegrity
@EachDatabasePair
record SchemaChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    @Check(
            "the schema is the same: tables, columns, constraints, indexes, sequences, views, functions, triggers, types")
    void schemaIsTheSame() {
        Selection selection = Pairs.selection(pair);
        SchemaResult result = compare(selection);
        keep(Side.SOURCE, result.sides().source(), selection);
        keep(Side.TARGET, result.sides().target(), selection);
        evidence.forEach(List.of(Kind.values()), kind -> judge(kind, result));
        result.harmless().forEach(difference -> evidence.note(difference + ", which is let pass"));
        if (result.compared().getOrDefault(Kind.TABLE, 0) == 0) {
            throw new Unexamined("neither side has a table in the schemas of " + key());
        }
    }

    private SchemaResult compare(Selection selection) {
        try (Snapshots snapshots = Snapshots.open(Pairs.databases(pair, sql))) {
            return SchemaComparison.run(snapshots, selection.schemasOf(snapshots), selection);
        }
    }

    /** So that a later gate can tell whether the schema has changed since. */
    private void keep(Side side, Schema schema, Selection selection) {
        String subject = SchemaFigures.subject(pair.name(), side);
        evidence.measure(SchemaFigures.SCOPE, subject, SchemaFigures.scope(selection))
                .keptFor("changes-frozen");
        for (Kind kind : Kind.values()) {
            evidence.measure(SchemaFigures.digest(kind), subject, schema.digest(kind))
                    .detail(schema.count(kind) + " " + kind.plural())
                    .keptFor("changes-frozen");
        }
    }

    private void judge(Kind kind, SchemaResult result) {
        List<SchemaDifference> differences = result.of(kind);
        String shown = differences.stream()
                .limit(pair.integrity().show())
                .map(SchemaDifference::toString)
                .collect(Collectors.joining("; "));
        String more = differences.size() > pair.integrity().show() ? "; …" : "";
        evidence.measure(kind.plural() + " that differ", pair, differences.size())
                .detail(differences.isEmpty() ? result.compared().get(kind) + " compared" : shown + more)
                .is(0, key());
    }

    private String key() {
        return "databases." + pair.name() + ".schemas";
    }
}
