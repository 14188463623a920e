package io.cutovergate.load;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.SimulationLog.Recording;
import io.cutovergate.probe.comparison.Rounds;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What one side's rounds showed.
 *
 * @param planned arrivals
 * @param histograms times in milliseconds, by round
 * @param errors answers that are not as the scenario says; their times are among the others
 * @param why the most frequent of them
 */
record SideRounds(long planned, List<Histogram> histograms, long errors, String why) {

    static SideRounds of(Alternation alternation, Side side, Recording recording) {
        List<List<Answer>> rounds = alternation.split(side, recording.answers());
        Figures all = Figures.of(
                side.toString(), rounds.stream().flatMap(List::stream).toList());
        return new SideRounds(
                alternation.planned(),
                rounds.stream()
                        .map(answers -> Figures.of(side.toString(), answers).times())
                        .toList(),
                all.errors(),
                all.why());
    }

    Rounds rounds() {
        return Rounds.of(histograms);
    }

    long samples() {
        return histograms.stream().mapToLong(Histogram::getTotalCount).sum();
    }

    /** Rounds in which something was answered. */
    long answeredRounds() {
        return histograms.stream().filter(round -> round.getTotalCount() > 0).count();
    }

    Share errorShare() {
        return new Share(samples() == 0 ? 0 : (double) errors / samples());
    }

    Share achieved() {
        return new Share(planned == 0 ? 0 : (double) samples() / planned);
    }
}
