package io.cutovergate.integrity;

import io.cutovergate.harness.checklist.Checklist.ProductionLikeData;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDistributedDatabase;
import io.cutovergate.integrity.likeness.Distributions;
import io.cutovergate.integrity.likeness.Histogram;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;

/** How the values of declared columns are spread: a subset of one kind of customers is small, but no production in small. */
@ProductionLikeData
@EachDistributedDatabase
record DistributionChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    private static final String PSI = "limits.production-like-data.psi";
    private static final String SAMPLES = "limits.production-like-data.min-samples";

    @Check("the values of every declared column are spread over the source's buckets as on the source")
    void distributionsAreAlike() {
        List<Histogram> histograms = read();
        histograms.forEach(histogram -> evidence.attach(
                "distribution of " + histogram.subject(), "image/svg+xml", Distributions.draw(histogram)));
        Limits.Volume limits = pair.limits().productionLikeData();
        evidence.forEach(
                histograms.stream()
                        .filter(histogram -> histogram.rows().target() >= limits.minSamples()
                                && histogram.rows().source() >= limits.minSamples())
                        .toList(),
                histogram -> judge(histogram, limits));
        histograms.forEach(histogram -> evidence.measure(
                        "rows to conclude from",
                        histogram.subject() + " of " + pair.id(),
                        Math.min(histogram.rows().source(), histogram.rows().target()))
                .enough(limits.minSamples(), SAMPLES));
    }

    private List<Histogram> read() {
        try (Snapshots snapshots = Snapshots.open(Pairs.databases(pair, sql))) {
            return new Distributions(snapshots, Pairs.selection(pair))
                    .of(pair.rules().distributions());
        }
    }

    private void judge(Histogram histogram, Limits.Volume limits) {
        evidence.measure("population stability index", histogram.subject() + " of " + pair.id(), histogram.psi())
                .detail("most changed: " + histogram.mostChanged() + "; "
                        + histogram.buckets().size() + " buckets, "
                        + histogram.rows().source() + " rows on source, "
                        + histogram.rows().target() + " on target")
                .atMost(limits.psi(), PSI);
    }
}
