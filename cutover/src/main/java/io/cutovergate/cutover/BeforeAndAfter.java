package io.cutovergate.cutover;

import io.cutovergate.harness.Side;
import io.cutovergate.probe.comparison.Bootstrap;
import io.cutovergate.probe.comparison.Compared;
import java.util.List;

/**
 * What one observer saw of one series.
 *
 * @param series and the observer that saw it
 * @param before while the source alone served
 * @param after while the target alone does
 */
record BeforeAndAfter(String series, Stretch before, Stretch after) {

    private static final double[] PERCENTILES = {50, 95, 99};

    /** What is judged. */
    String subject() {
        return series + " at " + Side.TARGET;
    }

    /** What it is judged by. */
    String measure() {
        return series + " at " + Side.SOURCE;
    }

    /** By how much the times have grown. At different times of different days, so that blocks are drawn apart. */
    List<Compared> compared(double confidence) {
        return Bootstrap.unpaired(before.times(), after.times(), confidence).compare(PERCENTILES);
    }

    /** Of what the figures are. */
    String samples() {
        return before.times().count() + " and " + after.times().count() + " answers in "
                + before.blocks().size() + " and " + after.blocks().size() + " blocks";
    }
}
