package io.cutovergate.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.cutovergate.bench.load.Simulated.Size;
import org.junit.jupiter.api.Test;

/** What is measured against must itself be as it says. */
class SimulatedTest {

    private static final Size SIZE = new Size(60, 15, 200);

    @Test
    void asManyStallAsItSays() {
        assertThat(new Simulated(0.05, 0, 0).run(1, SIZE, 1, 0).source().shareAbove(250))
                .isCloseTo(0.05 * Math.exp(-0.23), offset(0.004));
        assertThat(new Simulated(0.05, 2, 0).run(1, SIZE, 1, 0).source().shareAbove(250))
                .isCloseTo(0.05 * Math.exp(-0.23), offset(0.02));
    }

    @Test
    void theTargetTakesLongerByThatFactor() {
        Simulated.Run run = new Simulated(0, 0, 0).run(1, SIZE, 1.3, 0);

        assertThat((double) run.target().percentile(95) / run.source().percentile(95))
                .isCloseTo(1.3, offset(0.02));
    }
}
