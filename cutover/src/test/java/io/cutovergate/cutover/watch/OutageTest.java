package io.cutovergate.cutover.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Outages of known length, as 50 probes a second with a deadline of one second see them. */
class OutageTest {

    private static final long PERIOD = 20_000;
    private static final long DEADLINE = 1_000_000;
    private static final long SLOW = 100_000;
    private static final long END = 6_000_000;

    @Test
    void nothingIsAnOutageWhereEverybodyIsServed() {
        assertThat(Outage.of(probes(sent -> ok(sent, 5_000)), PERIOD)).isEmpty();
    }

    @Test
    void refusalIsAsLongAsItWas() {
        var outages = Outage.of(
                probes(sent ->
                        inside(sent, 1_005_000, 1_505_000) ? bad(sent, 1_000, Outcome.REFUSED) : ok(sent, 5_000)),
                PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).micros()).isCloseTo(500_000, within(PERIOD));
        assertThat(outages.get(0).over()).isTrue();
        assertThat(outages.get(0).why()).contains("25× refused");
    }

    @Test
    void freezeIsNotShortByTheDeadline() {
        // Whoever asks while it stands still is answered when it goes on, or gives up before.
        long from = 1_005_000;
        long to = 4_005_000;
        var outages = Outage.of(
                probes(sent -> !inside(sent, from, to)
                        ? ok(sent, 5_000)
                        : to - sent > DEADLINE ? bad(sent, DEADLINE, Outcome.READ_TIMEOUT) : slow(sent, to - sent)),
                PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).micros()).isCloseTo(to - from, within(PERIOD));
    }

    @Test
    void freezeWithinTheDeadlineIsSeen() {
        long from = 1_005_000;
        long to = 1_405_000;
        var outages =
                Outage.of(probes(sent -> inside(sent, from, to) ? slow(sent, to - sent) : ok(sent, 5_000)), PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).micros()).isCloseTo(to - from, within(PERIOD));
    }

    @Test
    void droppedPacketsAreNotLongByTheDeadline() {
        // A connection that was begun while packets were dropped fails its deadline after the network is back.
        long from = 1_005_000;
        long to = 2_505_000;
        var outages = Outage.of(
                probes(sent -> inside(sent, from, to) ? bad(sent, DEADLINE, Outcome.CONNECT_TIMEOUT) : ok(sent, 5_000)),
                PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).micros()).isCloseTo(to - from, within(PERIOD));
    }

    @Test
    void packetsDroppedForLessThanTheDeadlineAreNotHalved() {
        // None of the failures has ended when the first is served again: all that is known of them is when they were
        // sent.
        long from = 1_005_000;
        long to = 1_205_000;
        var outages = Outage.of(
                probes(sent -> inside(sent, from, to) ? bad(sent, 250_000, Outcome.CONNECT_TIMEOUT) : ok(sent, 5_000)),
                PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).micros()).isCloseTo(to - from, within(PERIOD));
    }

    @Test
    void answersThatTakeLongDoNotMakeRefusalLonger() {
        long from = 1_005_000;
        long to = 1_505_000;
        var outages = Outage.of(
                probes(sent -> inside(sent, from, to) ? bad(sent, 1_000, Outcome.REFUSED) : ok(sent, 90_000)), PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).micros()).isCloseTo(to - from, within(PERIOD));
    }

    @Test
    void oneThatGivesUpAfterTheOthersWereAnsweredDoesNotHalveAFreeze() {
        long from = 1_005_000;
        long to = 1_805_000;
        var outages = Outage.of(
                probes(sent -> !inside(sent, from, to)
                        ? ok(sent, 5_000)
                        : sent == 1_200_000 ? bad(sent, DEADLINE, Outcome.READ_TIMEOUT) : slow(sent, to - sent)),
                PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).micros()).isCloseTo(to - from, within(PERIOD));
    }

    @Test
    void whatIsSlowAllTheTimeIsOneOutage() {
        var outages = Outage.of(
                probes(sent -> inside(sent, 1_005_000, 3_005_000) ? slow(sent, 300_000) : ok(sent, 5_000)), PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).micros()).isCloseTo(2_000_000, within(2 * PERIOD));
    }

    @Test
    void slowAnswersBesideFastOnesLetNobodyWait() {
        var outages =
                Outage.of(probes(sent -> sent / PERIOD % 10 == 0 ? slow(sent, 300_000) : ok(sent, 5_000)), PERIOD);

        assertThat(outages).allSatisfy(outage -> assertThat(outage.micros()).isLessThanOrEqualTo(2 * PERIOD));
    }

    @Test
    void whatIsNotOverSaysSo() {
        var outages =
                Outage.of(probes(sent -> sent > 5_000_000 ? bad(sent, 1_000, Outcome.RESET) : ok(sent, 5_000)), PERIOD);

        assertThat(outages).hasSize(1);
        assertThat(outages.get(0).over()).isFalse();
    }

    @Test
    void refusedWritesAreAnOutageOfTheirOwnKind() {
        var outages = Outage.of(
                probes(sent ->
                        inside(sent, 1_005_000, 2_005_000) ? bad(sent, 3_000, Outcome.READ_ONLY) : ok(sent, 5_000)),
                PERIOD);

        assertThat(outages).singleElement().satisfies(outage -> assertThat(outage.how())
                .containsOnlyKeys(Outcome.READ_ONLY));
    }

    private static List<Observation> probes(LongFunction<Observation> probe) {
        List<Observation> probes = new ArrayList<>();
        for (long sent = 0; sent < END; sent += PERIOD) {
            probes.add(probe.apply(sent));
        }
        return probes;
    }

    private static boolean inside(long sent, long from, long to) {
        return sent >= from && sent < to;
    }

    private static Observation ok(long sent, long took) {
        return new Observation(sent, sent, sent + took, Outcome.OK, 200, Seen.SOURCE, "");
    }

    private static Observation slow(long sent, long took) {
        return took <= SLOW
                ? ok(sent, took)
                : new Observation(sent, sent, sent + took, Outcome.SLOW, 200, Seen.SOURCE, "");
    }

    private static Observation bad(long sent, long took, Outcome outcome) {
        return new Observation(sent, sent, sent + took, outcome, 0, Seen.UNKNOWN, "");
    }
}
