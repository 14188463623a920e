package io.cutovergate.bench.load;

import io.cutovergate.bench.load.Simulated.Size;
import io.cutovergate.probe.comparison.Bootstrap;
import io.cutovergate.probe.comparison.Compared;
import io.cutovergate.probe.comparison.Compared.Outcome;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Many runs of one kind and what the gate's rule made of them.
 *
 * @param slower how many times longer the target truly takes
 * @param failed share of the runs that were called slower, in the 95th or the 99th percentile
 * @param passed share that was called not slower in both
 * @param naive share that a comparison of the two 95th percentiles alone would have called slower
 * @param atMost highest share of {@code failed} that is right; {@code atLeast} the lowest
 */
record Cell(
        String name,
        double slower,
        Size size,
        int runs,
        double failed,
        double passed,
        double naive,
        double atLeast,
        double atMost) {

    private static final double CONFIDENCE = 0.9;
    private static final double P95 = 1.1;
    private static final double P99 = 1.2;
    private static final long NEGLIGIBLE = 5;
    private static final double NOISE = 0.07;

    /** What is simulated, and what must become of it. */
    record Question(String name, Simulated service, double slower, double more, double atLeast, double atMost) {

        /** For few runs, of which chance alone makes some more wrong. */
        Question looser() {
            return new Question(name, service, slower, more, Math.max(0, atLeast - NOISE), Math.min(1, atMost + NOISE));
        }
    }

    static Cell of(Question question, Size size, int runs) {
        List<Boolean[]> verdicts = LongStream.range(0, runs)
                .parallel()
                .mapToObj(seed -> verdicts(question.service().run(seed, size, question.slower(), question.more())))
                .toList();
        return new Cell(
                question.name(),
                question.slower(),
                size,
                runs,
                share(verdicts, 0),
                share(verdicts, 1),
                share(verdicts, 2),
                question.atLeast(),
                question.atMost());
    }

    private static Boolean[] verdicts(Simulated.Run run) {
        List<Compared> compared =
                Bootstrap.paired(run.source(), run.target(), CONFIDENCE).compare(95, 99);
        Outcome p95 = compared.get(0).outcome(P95, NEGLIGIBLE);
        Outcome p99 = compared.get(1).outcome(P99, NEGLIGIBLE);
        return new Boolean[] {
            p95 == Outcome.SLOWER || p99 == Outcome.SLOWER,
            p95 == Outcome.NOT_SLOWER && p99 == Outcome.NOT_SLOWER,
            compared.get(0).target() > P95 * compared.get(0).source()
        };
    }

    private static double share(List<Boolean[]> verdicts, int which) {
        return (double) verdicts.stream().filter(one -> one[which]).count() / verdicts.size();
    }

    boolean holds() {
        return failed >= atLeast && failed <= atMost;
    }
}
