package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageTest {

    /** Requests every 20, each answered after 5; those sent from 100 to before 200 fail after {@code deadline}. */
    private static List<Probe> stream(int deadline) {
        List<Probe> probes = new ArrayList<>();
        for (long sent = 0; sent < 400; sent += 20) {
            boolean bad = sent >= 100 && sent < 200;
            probes.add(new Probe(sent, sent, sent + (bad ? deadline : 5), bad ? "503" : ""));
        }
        return probes;
    }

    @Test
    void itBeginsAndEndsMidwayBetweenGoodAndBad() {
        // last good end 85, first bad send 100; last bad end 185, first good end 205
        assertThat(Outage.of(stream(5))).contains(new Outage(92, 195, true));
    }

    @Test
    void theEndOfAFreezeIsWhenAnswersComeAgain() {
        // The last bad request is given up at 280; the next good end is 285.
        assertThat(Outage.of(stream(100))).contains(new Outage(92, 282, true));
    }

    @Test
    void withoutAGoodAnswerAfterItIsNotOver() {
        assertThat(Outage.of(stream(5).subList(0, 10))).contains(new Outage(92, 185, false));
    }

    @Test
    void goodAnswersBetweenFailuresDoNotEndIt() {
        List<Probe> probes = new ArrayList<>(stream(5));
        probes.set(18, new Probe(360, 360, 365, "503"));

        assertThat(Outage.of(probes)).contains(new Outage(92, 375, true));
    }

    @Test
    void withoutAFailureThereIsNone() {
        assertThat(Outage.of(stream(5).subList(0, 5))).isEmpty();
    }
}
