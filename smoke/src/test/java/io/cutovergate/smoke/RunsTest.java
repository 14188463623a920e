package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final Instant START = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LATE = Duration.ofSeconds(20);

    @Test
    void areCompleteWhereEachWasMadeOnSomeSide() {
        Runs runs = runs(0, 1, 2).with("target", minutes(3, 4));
        assertThat(runs.doubled()).isEmpty();
        assertThat(runs.gaps(EVERY, LATE, minute(4).plusSeconds(75))).isEmpty();
    }

    @Test
    void areDoubledWhereBothSidesMadeThemOrOneTwice() {
        Runs runs = runs(0, 1, 1).with("target", minutes(0, 2));
        assertThat(runs.doubled())
                .containsExactly("2026-11-26T12:00:00Z (source, target)", "2026-11-26T12:01:00Z (source, source)");
    }

    @Test
    void areMissingBetweenTwoAndSinceTheLast() {
        Runs runs = runs(0, 1).with("target", minutes(4));
        assertThat(runs.gaps(EVERY, LATE, minute(6).plusSeconds(21)))
                .containsExactly(
                        new Runs.Gap(minute(1), minute(4), 2),
                        new Runs.Gap(minute(4), minute(6).plusSeconds(21), 2));
    }

    @Test
    void mayBeAsLateAsTheFilesAllow() {
        assertThat(runs(0).gaps(EVERY, LATE, minute(1).plusSeconds(19))).isEmpty();
        assertThat(runs(0).gaps(EVERY, LATE, minute(1).plusSeconds(20)))
                .extracting(Runs.Gap::missing)
                .containsExactly(1L);
    }

    private static Runs runs(int... minutes) {
        return new Runs(Map.of()).with("source", minutes(minutes));
    }

    private static List<Instant> minutes(int... minutes) {
        return IntStream.of(minutes).mapToObj(RunsTest::minute).toList();
    }

    private static Instant minute(int minute) {
        return START.plus(EVERY.multipliedBy(minute));
    }
}
