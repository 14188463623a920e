package io.cutovergate.load;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.injector.LoadPlan.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * When which side is loaded: after a warm-up of both, in each round one side and then the other. The side that was second
 * is first in the next round, so that what drifts evenly makes neither look slower.
 *
 * @param alone one side in every stretch, because the other is not loaded
 */
record Alternation(Duration warmUp, Duration round, int rounds, double perSecond, boolean alone) {

    static Alternation of(LoadRules rules, double perSecond, boolean alone) {
        return new Alternation(rules.warmUp(), rules.round(), rules.rounds(), perSecond, alone);
    }

    /** Arrivals that are planned in all rounds of a side. */
    long planned() {
        return Math.round(perSecond * round.toMillis() / 1000) * rounds;
    }

    /** What the side's injector does. */
    List<Phase> phases(Side side) {
        List<Phase> phases = new ArrayList<>();
        if (!warmUp.isZero()) {
            phases.add(new Phase(perSecond, warmUp.toMillis()));
        }
        for (int stretch = 0; stretch < stretches(); stretch++) {
            phases.add(new Phase(isOf(side, stretch) ? perSecond : 0, round.toMillis()));
        }
        return phases;
    }

    /** The side's answers by round; what was sent outside its own stretches is left out. */
    List<List<Answer>> split(Side side, List<Answer> answers) {
        List<List<Answer>> byRound = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            byRound.add(new ArrayList<>());
        }
        long from = answers.stream().mapToInt(Answer::sent).min().orElse(0) + firstStretch(side);
        for (Answer answer : answers) {
            long stretch = Math.floorDiv(answer.sent() - from, round.toMillis());
            if (stretch >= 0 && stretch < stretches() && isOf(side, (int) stretch)) {
                byRound.get((int) (alone ? stretch : stretch / 2)).add(answer);
            }
        }
        return byRound;
    }

    /** How an injector was in all rounds. */
    Health health(Injection injection) {
        return injection.health(warmUp, round.multipliedBy(stretches()));
    }

    /** Milliseconds from the side's first arrival to the first stretch. */
    private long firstStretch(Side side) {
        return warmUp.isZero() && !isOf(side, 0) ? -round.toMillis() : warmUp.toMillis();
    }

    private int stretches() {
        return alone ? rounds : 2 * rounds;
    }

    private boolean isOf(Side side, int stretch) {
        boolean sourceFirst = stretch / 2 % 2 == 0;
        boolean first = stretch % 2 == 0;
        return alone || (side == Side.SOURCE) == (first == sourceFirst);
    }
}
