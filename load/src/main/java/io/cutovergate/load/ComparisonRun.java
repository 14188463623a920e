package io.cutovergate.load;

import io.cutovergate.probe.comparison.Bootstrap;
import io.cutovergate.probe.comparison.Compared;
import java.util.List;
import java.util.Map;

/**
 * Both sides' rounds.
 *
 * @param paired whether they were measured side by side
 * @param how where the source's come from, for people
 * @param health of the injectors, by whom they loaded
 */
record ComparisonRun(SideRounds source, SideRounds target, boolean paired, String how, Map<String, Health> health) {

    static final double[] PERCENTILES = {90, 95, 99};

    /** The percentiles of both, in the order above. */
    List<Compared> compared(double confidence) {
        Bootstrap bootstrap = paired
                ? Bootstrap.paired(source.rounds(), target.rounds(), confidence)
                : Bootstrap.unpaired(source.rounds(), target.rounds(), confidence);
        return bootstrap.compare(PERCENTILES);
    }
}
