package io.cutovergate.integrity;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist.ChangesFrozen;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.previous.PreviousVerdict;
import io.cutovergate.harness.subject.DatabaseAtSide;
import io.cutovergate.harness.subject.EachDatabaseAtSide;
import io.cutovergate.integrity.schema.Kind;
import io.cutovergate.integrity.schema.Schema;
import io.cutovergate.integrity.schema.SchemaFigures;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The schema of each side against what the staging gate saw of that side. The source is the same database then and now;
 * the target of staging was the rehearsal, which had the schema that this target must have.
 */
@ChangesFrozen
@EachDatabaseAtSide
record FrozenSchemaChecks(DatabaseAtSide database, Migration migration, SqlProbe sql, Evidence evidence) {

    @Check("no object of the schema has changed since the staging verdict")
    void schemaIsUnchanged() {
        PreviousVerdict staging = PreviousVerdict.of(Gate.STAGING, migration);
        Selection selection = Selection.of(database.rules(), database.integrity(), LocalDate.now(Clock.systemUTC()));
        requireScope(staging, SchemaFigures.scope(selection));
        Schema now = read(selection);
        evidence.forEach(Stream.of(Kind.values()).filter(Kind::ofSchema).toList(), kind -> judge(kind, now, staging));
    }

    /** Digests of other objects tell nothing. */
    private void requireScope(PreviousVerdict staging, String now) {
        String then = then(staging, SchemaFigures.SCOPE).value();
        if (!then.equals(now)) {
            throw new Unexamined("these files compare " + now + ", " + staging + " compared " + then
                    + "; make databases." + database.name()
                    + ".schemas and integrity.exclude the same in both and judge"
                    + " staging again");
        }
    }

    private Schema read(Selection selection) {
        try (Reading reading = sql.at(database.name(), database.side())
                .within(database.integrity().within())
                .snapshot()) {
            reading.execute("settings", "set local quote_all_identifiers = off");
            return Schema.read(reading, selection.schemasOf(reading), List.of(), selection);
        }
    }

    private void judge(Kind kind, Schema now, PreviousVerdict staging) {
        Sample then = then(staging, SchemaFigures.digest(kind));
        evidence.measure(SchemaFigures.digest(kind), database, SchemaFigures.shortened(now.digest(kind)))
                .detail(then.detail() + " by " + staging + ", " + now.count(kind) + " now")
                .is(SchemaFigures.shortened(then.value()), staging.key());
    }

    private Sample then(PreviousVerdict staging, String figure) {
        return staging.sample(SchemaFigures.CLAIM, figure, SchemaFigures.subject(database.name(), database.side()));
    }
}
