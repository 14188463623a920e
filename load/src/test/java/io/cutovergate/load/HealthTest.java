package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Attachments;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.TooFewSamples;
import io.cutovergate.harness.yaml.Secrets;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.load.Health.Second;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

    private static final Limits.Injector LIMITS =
            new Limits.Injector(Share.parse("80%"), Share.parse("10%"), Share.parse("80%"), Duration.ofMillis(250));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Ten seconds on two processors. */
    private static Health health(long processorMillis, long collectingMillis, long open, int lateInTheFifth) {
        List<Second> seconds = new ArrayList<>();
        for (int i = 0; i <= 10; i++) {
            Histogram late = new Histogram(2);
            late.recordValueWithCount(1, 100);
            if (i == 5) {
                late.recordValueWithCount(lateInTheFifth, 50);
            }
            seconds.add(
                    new Second(1_000L * i, i * processorMillis * 1_000_000, i * collectingMillis, open, 1000, late));
        }
        return new Health(seconds, 2);
    }

    private void require(Health health) {
        new InjectorHealth(new Evidence(new Attachments(folder, new Secrets()), new Secrets()), LIMITS)
                .require("browse at target", health);
    }

    @Test
    void aHealthyInjectorIsBelieved() {
        Health healthy = health(600, 20, 90, 30);

        assertThat(healthy.cpu()).isEqualTo(Share.parse("30%"));
        assertThat(healthy.collecting()).isEqualTo(Share.parse("2%"));
        assertThat(healthy.descriptors()).isEqualTo(Share.parse("9%"));
        require(healthy);
    }

    @Test
    void aSickOneIsNotAndTheMessageSaysOfWhat() {
        sick(health(1_700, 20, 90, 30), "the injector's CPU share of browse at target is 85%; rule: at most 80%");
        sick(health(600, 150, 90, 30), "the injector's share of time collecting garbage of browse at target is 15%");
        sick(health(600, 20, 900, 30), "the injector's open file descriptors of browse at target is 90%");
        sick(health(600, 20, 90, 2_000), "rule: at most 250ms (limits.performance-under-load.injector.lag)");
        sick(health(600, 20, 90, 30).between(30_000, 31_000), "left no record of its own health");
    }

    private void sick(Health health, String message) {
        assertThatThrownBy(() -> require(health))
                .isInstanceOf(TooFewSamples.class)
                .hasMessageContaining(message);
    }
}
