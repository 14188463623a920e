package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.yaml.Share;
import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.SimulationLog.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadRunTest {

    /** Ten arrivals a second for ten seconds from 300 ms on; each answered after as many ms as its number. */
    private static LoadRun run() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int sent = 300 + i * 100;
            answers.add(new Answer(i % 2 == 0 ? "even" : "odd", sent, sent + i, i != 99, i == 99 ? "found 503" : ""));
        }
        return LoadRun.of(new Recording(0, answers, List.of()), 10, Duration.ofSeconds(2), Duration.ofSeconds(8));
    }

    @Test
    void whatWasSentWhileWarmingUpDoesNotCount() {
        assertThat(run().answers()).hasSize(80).first().isEqualTo(new Answer("even", 0, 20, true, ""));
        assertThat(run().planned()).isEqualTo(80);
        assertThat(run().achieved()).isEqualTo(Share.parse("100%"));
    }

    @Test
    void arrivalsThatWereNeverSentAreMissed() {
        LoadRun slow = LoadRun.of(
                new Recording(0, List.of(new Answer("one", 0, 5, true, "")), List.of()),
                2,
                Duration.ZERO,
                Duration.ofSeconds(2));

        assertThat(slow.achieved()).isEqualTo(Share.parse("25%"));
    }

    @Test
    void percentilesAndErrorsAreThoseOfTheSamples() {
        Figures overall = run().overall();

        assertThat(overall.percentile(50)).isEqualTo(Duration.ofMillis(59));
        assertThat(overall.percentile(95)).isEqualTo(Duration.ofMillis(95));
        assertThat(overall.percentile(100)).isEqualTo(Duration.ofMillis(99));
        assertThat(overall.errorShare()).isEqualTo(Share.parse("1.25%"));
        assertThat(overall.why()).isEqualTo("1× found 503");
    }

    @Test
    void everyKindOfRequestHasFiguresOfItsOwn() {
        assertThat(run().endpoints()).extracting(Figures::name).containsExactly("even", "odd");
        assertThat(run().endpoints()).extracting(Figures::errors).containsExactly(0L, 1L);
    }

    @Test
    void thePictureShowsWhereRequestsFailed() {
        assertThat(LoadReport.plot(run()))
                .contains("<polyline fill=\"none\" stroke=\"blue\"")
                .containsOnlyOnce("<circle")
                .contains("<title>1 failed</title>");
    }
}
