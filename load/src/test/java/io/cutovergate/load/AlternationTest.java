package io.cutovergate.load;

import static io.cutovergate.harness.Side.SOURCE;
import static io.cutovergate.harness.Side.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Side;
import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.injector.LoadPlan.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlternationTest {

    private static final Alternation IN_TURN =
            new Alternation(Duration.ofSeconds(5), Duration.ofSeconds(10), 3, 2, false);

    private static List<Double> rates(Side side) {
        return IN_TURN.phases(side).stream().map(Phase::perSecond).toList();
    }

    @Test
    void afterAWarmUpOneSideIsLoadedAtATimeAndTheOneThatWasSecondIsFirstNext() {
        assertThat(rates(SOURCE)).containsExactly(2.0, 2.0, 0.0, 0.0, 2.0, 2.0, 0.0);
        assertThat(rates(TARGET)).containsExactly(2.0, 0.0, 2.0, 2.0, 0.0, 0.0, 2.0);
        assertThat(IN_TURN.planned()).isEqualTo(60);
    }

    @Test
    void answersBelongToTheRoundInWhichTheyWereSent() {
        List<Answer> answers = new ArrayList<>();
        for (int second = 0; second < 66; second++) {
            int sent = 700 + second * 1000;
            answers.add(new Answer("GET /", sent, sent + 30_000, true, ""));
        }

        assertThat(seconds(IN_TURN.split(SOURCE, answers))).containsExactly(range(5, 15), range(35, 45), range(45, 55));
        assertThat(seconds(IN_TURN.split(TARGET, answers)))
                .containsExactly(range(15, 25), range(25, 35), range(55, 65));
    }

    @Test
    void withoutAWarmUpTheSecondSideBeginsARoundLater() {
        Alternation cold = new Alternation(Duration.ZERO, Duration.ofSeconds(10), 1, 2, false);
        List<Answer> first = List.of(new Answer("GET /", 10_000, 10_001, true, ""));

        assertThat(cold.split(TARGET, first)).containsExactly(first);
        assertThat(cold.split(SOURCE, first)).containsExactly(first);
    }

    @Test
    void aSideAloneIsLoadedAllTheTime() {
        Alternation alone = new Alternation(Duration.ZERO, Duration.ofSeconds(10), 3, 2, true);

        assertThat(alone.phases(TARGET)).hasSize(3).allMatch(phase -> phase.perSecond() == 2);
    }

    private static List<List<Integer>> seconds(List<List<Answer>> rounds) {
        return rounds.stream()
                .map(round -> round.stream()
                        .map(answer -> (answer.sent() - 700) / 1000)
                        .toList())
                .toList();
    }

    private static List<Integer> range(int from, int to) {
        List<Integer> range = new ArrayList<>();
        for (int i = from; i < to; i++) {
            range.add(i);
        }
        return range;
    }
}
