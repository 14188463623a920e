package io.cutovergate.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.cutover.watch.Observation;
import io.cutovergate.cutover.watch.Outcome;
import io.cutovergate.cutover.watch.Seen;
import io.cutovergate.cutover.watch.Series;
import io.cutovergate.cutover.watch.SeriesRecord;
import io.cutovergate.cutover.watch.WatchRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One outage from 2 s on for half a second, seen at 50 probes a second. */
class JudgeTest {

    private static final long PERIOD = 20_000;
    private static final Case MADE = new Case("refused", 500_000, at(2_000_000), at(2_500_000));
    private static final WatchRecord.Gap GAP = new WatchRecord.Gap("page/new", 1_900_000, 2_450_000);

    @Test
    void whatWasMadeIsFoundWithItsError() {
        Judge judge = judge(List.of(MADE), List.of(), List.of());

        assertThat(judge.found()).singleElement().satisfies(found -> {
            assertThat(found.missed()).isFalse();
            assertThat(Math.abs(found.error())).isLessThanOrEqualTo(PERIOD);
        });
        assertThat(judge.strays()).isEmpty();
    }

    @Test
    void whatNobodySawIsWrongByItsWholeLength() {
        Case unseen = new Case("refused", 300_000, at(4_500_000), at(4_800_000));
        List<Found> found = judge(List.of(unseen), List.of(), List.of()).found();

        assertThat(found).singleElement().satisfies(one -> assertThat(one.error())
                .isEqualTo(-300_000));
        assertThat(Limits.of(false).beyond(List.of(), found, List.of()))
                .containsExactly("missed over new connections: refused for 300 ms");
    }

    @Test
    void whatNobodyMadeIsInvented() {
        Judge judge = judge(List.of(), List.of(), List.of());

        assertThat(judge.strays()).singleElement().satisfies(stray -> assertThat(stray.cause())
                .isEqualTo(Stray.Cause.INVENTED));
        assertThat(Limits.of(false).beyond(List.of(), List.of(), judge.strays()))
                .contains("1 outages were seen that were none");
    }

    @Test
    void anObserverThatDidNotLookForLongerThanTheLimitIsToldApart() {
        assertThat(judge(List.of(), List.of(GAP), List.of()).strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.cause()).isEqualTo(Stray.Cause.OBSERVER));
        assertThat(judge(List.of(MADE), List.of(GAP), List.of()).found())
                .singleElement()
                .satisfies(found -> assertThat(found.blind()).isTrue());
    }

    @Test
    void aServiceThatStoodStillByItselfIsToldApart() {
        assertThat(judge(List.of(), List.of(), List.of(new Moment(2_100_000, 2_300_000)))
                        .strays())
                .singleElement()
                .satisfies(stray -> assertThat(stray.cause()).isEqualTo(Stray.Cause.SERVICE));
    }

    private static Judge judge(List<Case> cases, List<WatchRecord.Gap> gaps, List<Moment> stalls) {
        List<Observation> sent = LongStream.range(0, 300)
                .map(number -> number * PERIOD)
                .mapToObj(at -> at >= 2_000_000 && at < 2_500_000 ? one(at, Outcome.REFUSED) : one(at, Outcome.OK))
                .toList();
        SeriesRecord series = new SeriesRecord("bench", new Series("page", false, false), "/", PERIOD, sent);
        WatchRecord record = new WatchRecord(
                "bench",
                "bench",
                "run",
                Instant.EPOCH,
                List.of(series),
                Map.of(),
                Map.of(),
                gaps,
                0,
                6_000_000,
                true,
                List.of());
        return new Judge(record, cases, stalls, Duration.ofMillis(500));
    }

    private static Observation one(long sent, Outcome outcome) {
        return new Observation(sent, sent, sent + 2_000, outcome, 0, Seen.UNKNOWN, "");
    }

    private static Moment at(long micros) {
        return new Moment(micros, micros);
    }
}
