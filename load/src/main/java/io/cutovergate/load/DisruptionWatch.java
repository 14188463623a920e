package io.cutovergate.load;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.DisruptionAt;
import io.cutovergate.harness.yaml.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** One disruption from the steady state before it to the good answers after it. */
final class DisruptionWatch {

    /** Good answers for so long after the last failure are taken for recovery. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** Slack around the deadlines of requests, for a busy machine. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final DisruptionAt disruption;
    private final Duration period;
    private final Prober prober;
    private final List<WriteStream> writers;
    private final Disturbance disturbance;

    DisruptionWatch(
            DisruptionAt disruption,
            Duration period,
            Prober prober,
            List<WriteStream> writers,
            Disturbance disturbance) {
        this.disruption = disruption;
        this.period = period;
        this.prober = prober;
        this.writers = writers;
        this.disturbance = disturbance;
    }

    /** Watches, disturbs, watches, and puts things right again. */
    DisruptionRun run() {
        prober.start();
        writers.forEach(WriteStream::start);
        long started = System.nanoTime();
        Duration warmUp = disruption.scenario().load().warmUp();
        until(warmUp, () -> elapsed(started).compareTo(warmUp) >= 0);
        beSteady(since(started + warmUp.toNanos() / 2));
        disturbance.lookBefore();
        long begun = System.nanoTime();
        disturbance.apply();
        Duration longest = disruption.duration().plus(disruption.recoverWithin());
        until(longest.plus(SETTLED), () -> isOver(begun));
        long over = System.nanoTime();
        String effect = disturbance.effect();
        disturbance.close();
        long undone = System.nanoTime();
        Duration calm = warmUp.dividedBy(2);
        until(disruption.recoverWithin().plus(calm), () -> isSteadyAgain(undone, calm));
        long end = System.nanoTime();
        List<WriteStream.Written> written = finish();
        List<Probe> during =
                since(begun).stream().filter(probe -> probe.sent() < over).toList();
        if (during.isEmpty()) {
            throw new Unexamined("no request was sent while " + disruption.id()
                    + " happened, so nobody knows what it did; load.for is too short, or this machine stood still");
        }
        return new DisruptionRun(
                begun, period, during, since(end - calm.toNanos()), written, effect, disturbance.output());
    }

    /** As calm as it had to be before, or out of time. */
    private boolean isSteadyAgain(long undone, Duration calm) {
        if (elapsed(undone).compareTo(calm) < 0) {
            return false;
        }
        DisruptionRun latest = DisruptionRun.of(period, since(System.nanoTime() - calm.toNanos()));
        return elapsed(undone).compareTo(disruption.recoverWithin().plus(calm)) >= 0
                || (!latest.probes().isEmpty() && latest.errorShare().compareTo(disruption.errors()) <= 0);
    }

    private void beSteady(List<Probe> probes) {
        DisruptionRun before = DisruptionRun.of(period, probes);
        Share limit = disruption.errors();
        if (probes.isEmpty()) {
            throw new Unexamined("no request ended before " + disruption.id()
                    + " was to happen, so no steady state was seen; load.warm-up is too short");
        }
        if (before.errorShare().compareTo(limit) > 0) {
            throw new Unexamined("there was no steady state to disturb by " + disruption.id() + ": " + before.failed()
                    + " of " + probes.size() + " requests failed before (" + disruption.errorsKey() + " is " + limit
                    + "): " + before.why());
        }
    }

    /** After the time in which samples count, once nothing failed for a while, or the limit is broken anyhow. */
    private boolean isOver(long begun) {
        if (elapsed(begun).compareTo(disruption.duration()) < 0) {
            return false;
        }
        return Outage.of(since(begun))
                .map(outage -> elapsed(outage.end()).compareTo(SETTLED) >= 0
                        || outage.length().compareTo(disruption.recoverWithin()) > 0)
                .orElse(true);
    }

    private List<Probe> since(long begun) {
        return prober.probes().stream().filter(probe -> probe.sent() >= begun).toList();
    }

    private List<WriteStream.Written> finish() {
        try {
            prober.finish(SLACK);
            List<WriteStream.Written> written = new ArrayList<>();
            for (WriteStream writer : writers) {
                written.add(writer.finish(SLACK));
            }
            return written;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined("interrupted while " + disruption.id() + " was watched", e);
        }
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static void until(Duration longest, Callable<Boolean> condition) {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .atMost(longest.plus(SLACK))
                .until(condition);
    }
}
