package io.cutovergate.integrity;

import io.cutovergate.harness.checklist.Checklist.ProductionLikeData;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.integrity.likeness.Volume;
import io.cutovergate.integrity.likeness.Volumes;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.Map;
import java.util.stream.Collectors;

/** How much of production's data the rehearsal holds: a plan that is quick on a hundred rows says nothing about a million. */
@ProductionLikeData
@EachDatabasePair
record VolumeChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    private static final String ROWS = "limits.production-like-data.rows";
    private static final String SIZE = "limits.production-like-data.size";

    @Check("every table holds the configured share of the source's rows, and all together of its rows and bytes")
    void volumeReachesTheShare() {
        Volumes volumes = read();
        note(volumes);
        Both<Volume> sum = volumes.sum();
        if (sum.source().rows() == 0) {
            throw new Unexamined(
                    "the source's tables of " + pair.name() + " have no row; there is nothing to measure by");
        }
        Limits.Volume limits = pair.limits().productionLikeData();
        evidence.measure(
                        "share of the source's rows",
                        pair,
                        share(sum.target().rows(), sum.source().rows()))
                .detail(sum.target().rows() + " of " + sum.source().rows() + " rows in "
                        + volumes.tables().size() + " tables")
                .atLeast(limits.rows(), ROWS);
        evidence.measure(
                        "share of the source's bytes on disk",
                        pair,
                        share(sum.target().bytes(), sum.source().bytes()))
                .detail(sum.target().bytes() + " of " + sum.source().bytes() + " bytes, indexes included")
                .atLeast(limits.size(), SIZE);
        evidence.forEach(
                volumes.tables().entrySet().stream()
                        .filter(table -> table.getValue().source().rows() > 0)
                        .toList(),
                table -> judge(table.getKey(), table.getValue(), limits));
    }

    private Volumes read() {
        try (Snapshots snapshots = Snapshots.open(Pairs.databases(pair, sql))) {
            return Volumes.read(snapshots, Pairs.selection(pair));
        }
    }

    private void judge(TableName table, Both<Volume> volume, Limits.Volume limits) {
        evidence.measure(
                        "share of the source's rows",
                        table + " of " + pair.id(),
                        share(volume.target().rows(), volume.source().rows()))
                .detail(volume.target().rows() + " of " + volume.source().rows() + " rows")
                .atLeast(limits.rows(), ROWS);
    }

    private static Share share(long part, long whole) {
        return new Share(whole == 0 ? 0 : (double) part / whole);
    }

    private void note(Volumes volumes) {
        if (!volumes.leftOut().isEmpty()) {
            evidence.note("not measured, as declared, in " + pair.name() + ": "
                    + volumes.leftOut().entrySet().stream()
                            .map(table -> table.getKey() + " (" + table.getValue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        String empty = volumes.tables().entrySet().stream()
                .filter(table -> table.getValue().source().rows() == 0)
                .map(Map.Entry::getKey)
                .map(TableName::toString)
                .collect(Collectors.joining(", "));
        if (!empty.isEmpty()) {
            evidence.note("empty on the source, so without a share: " + empty);
        }
    }
}
