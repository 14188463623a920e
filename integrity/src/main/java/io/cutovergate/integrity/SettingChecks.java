package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.DataIntegrity;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.integrity.schema.Roles;
import io.cutovergate.integrity.settings.Collations;
import io.cutovergate.integrity.settings.Collations.Collation;
import io.cutovergate.integrity.settings.SettingDifference;
import io.cutovergate.integrity.settings.SettingsComparison;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;
import java.util.stream.Collectors;

/** Locale and settings of both databases: equal rows that are sorted, printed or read in another way are not the same. */
@DataIntegrity
@EachDatabasePair
record SettingChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    private record Seen(SettingsComparison.Result settings, Both<List<Collation>> collations) {}

    @Check(
            "encoding, locale and the settings that change the meaning of data and queries are the same, and no index was made with another collation library")
    void settingsMeanTheSame() {
        Seen seen = read();
        Accepted accepted = Accepted.of(pair);
        note(seen);
        List<SettingDifference> settings =
                accepted.rest(seen.settings().differences(), SettingDifference::object, evidence);
        List<Collation> changed = accepted.rest(
                seen.collations().target().stream().filter(Collation::changed).toList(), Collation::toString, evidence);
        evidence.forEach(List.of(true, false), ofSettings -> {
            if (ofSettings) {
                evidence.measure("settings that differ", pair, settings.size())
                        .detail(settings.isEmpty() ? seen.settings().compared() + " compared" : join(settings))
                        .is(0, accepted.key());
            } else {
                evidence.measure("collations whose library has changed", pair, changed.size())
                        .detail(describe(changed, seen.collations().target().size()))
                        .is(0, accepted.key());
            }
        });
    }

    private Seen read() {
        try (Snapshots snapshots = Snapshots.open(Pairs.databases(pair, sql))) {
            Roles roles = Roles.of(snapshots, pair.rules().roles(), "databases." + pair.name() + ".roles");
            return new Seen(SettingsComparison.run(snapshots, roles.compared()), snapshots.ask(Collations::read));
        }
    }

    private void note(Seen seen) {
        String of = " of " + pair.name();
        note(
                "settings that differ without a change of meaning" + of,
                seen.settings().harmless());
        note("settings that only one version has" + of, seen.settings().oneVersion());
        note(
                "settings of which only those of the database and of roles are compared" + of
                        + ", because the gate's connection hides the server's own",
                seen.settings().hidden());
        note(
                "collations of " + Side.SOURCE + of
                        + " whose library has changed, so that its own indexes may be wrong",
                seen.collations().source().stream().filter(Collation::changed).toList());
        note(
                "collations" + of
                        + " whose library has another version on target, so that texts may be sorted in another"
                        + " order; after a physical copy their indexes are to be rebuilt",
                seen.collations().target().stream()
                        .filter(collation ->
                                seen.collations().source().stream().anyMatch(other -> isOtherVersion(collation, other)))
                        .toList());
    }

    private static boolean isOtherVersion(Collation one, Collation other) {
        String version = one.today();
        String before = other.today();
        return one.name().equals(other.name()) && version != null && before != null && !version.equals(before);
    }

    private void note(String what, List<?> parts) {
        if (!parts.isEmpty()) {
            evidence.note(what + ": " + join(parts));
        }
    }

    private static String describe(List<Collation> changed, int compared) {
        if (changed.isEmpty()) {
            return compared + " collations of indexes";
        }
        return changed.stream()
                .map(collation -> collation + " was of version " + collation.made() + " and is now " + collation.today()
                        + ": rebuild " + collation.indexes() + ", then ALTER "
                        + (collation.name().isEmpty() ? "DATABASE" : "COLLATION") + " … REFRESH"
                        + (collation.name().isEmpty() ? " COLLATION" : "") + " VERSION")
                .collect(Collectors.joining("; "));
    }

    private static String join(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining("; "));
    }
}
