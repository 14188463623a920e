package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.DataIntegrity;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.integrity.schema.Kind;
import io.cutovergate.integrity.schema.Roles;
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
import java.util.stream.Stream;

/** The schema of the target, object by object, against the source's. */
@DataIntegrity
@EachDatabasePair
record SchemaChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    @Check(
            "the schema is the same: tables, columns, constraints, indexes, sequences, views, functions, triggers, types, privileges")
    void schemaIsTheSame() {
        Selection selection = Pairs.selection(pair);
        SchemaResult result = compare(selection);
        keep(Side.SOURCE, result.sides().source(), selection);
        keep(Side.TARGET, result.sides().target(), selection);
        List<SchemaDifference> differences =
                Accepted.of(pair).rest(result.differences(), SchemaDifference::object, evidence);
        for (Kind kind : Kind.values()) {
            note(kind, of(kind, result.harmless()));
        }
        List<Kind> judged =
                Stream.of(Kind.values()).filter(kind -> !kind.informative()).toList();
        evidence.forEach(
                judged,
                kind -> judge(kind, of(kind, differences), result.compared().getOrDefault(kind, 0)));
        if (result.compared().getOrDefault(Kind.TABLE, 0) == 0) {
            throw new Unexamined("neither side has a table in the schemas of " + key("schemas"));
        }
    }

    private SchemaResult compare(Selection selection) {
        try (Snapshots snapshots = Snapshots.open(Pairs.databases(pair, sql))) {
            Roles roles = Roles.of(snapshots, pair.rules().roles(), key("roles"));
            roles.notes().forEach(evidence::note);
            return SchemaComparison.run(snapshots, selection.schemasOf(snapshots), roles.compared(), selection);
        }
    }

    /** So that a later gate can tell whether the schema has changed since. */
    private void keep(Side side, Schema schema, Selection selection) {
        String subject = SchemaFigures.subject(pair.name(), side);
        evidence.measure(SchemaFigures.SCOPE, subject, SchemaFigures.scope(selection))
                .keptFor("changes-frozen");
        for (Kind kind : Stream.of(Kind.values()).filter(Kind::ofSchema).toList()) {
            evidence.measure(SchemaFigures.digest(kind), subject, schema.digest(kind))
                    .detail(schema.count(kind) + " " + kind.plural())
                    .keptFor("changes-frozen");
        }
    }

    private void judge(Kind kind, List<SchemaDifference> differences, int compared) {
        evidence.measure(kind.plural() + " that differ", pair, differences.size())
                .detail(differences.isEmpty() ? compared + " compared" : list(differences))
                .is(0, key(kind.ofRoles() ? "roles" : "schemas"));
    }

    /** What differs and changes no meaning; those who operate the target may want to know. */
    private void note(Kind kind, List<SchemaDifference> harmless) {
        if (!harmless.isEmpty()) {
            evidence.note(kind.plural() + " of " + pair.name() + " that differ without a change of meaning, let pass ("
                    + harmless.size() + "): " + list(harmless));
        }
    }

    private static List<SchemaDifference> of(Kind kind, List<SchemaDifference> differences) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }

    private String list(List<SchemaDifference> differences) {
        int show = pair.integrity().show();
        String more = differences.size() > show ? "; …" : "";
        return differences.stream().limit(show).map(SchemaDifference::toString).collect(Collectors.joining("; "))
                + more;
    }

    private String key(String last) {
        return "databases." + pair.name() + "." + last;
    }
}
