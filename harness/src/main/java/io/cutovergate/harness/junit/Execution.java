package io.cutovergate.harness.junit;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Recorded;
import io.cutovergate.harness.plan.Obligation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One check as it ran for one subject. Written by the thread that runs it, read by the one that reconciles. */
public final class Execution {

    private final Obligation obligation;
    private final String uniqueId;
    private final Evidence evidence;
    private final Instant started;
    private volatile @Nullable Instant finished;
    private volatile @Nullable Throwable thrown;

    Execution(Obligation obligation, String uniqueId, Evidence evidence, Instant started) {
        this.obligation = obligation;
        this.uniqueId = uniqueId;
        this.evidence = evidence;
        this.started = started;
    }

    public Obligation obligation() {
        return obligation;
    }

    /** JUnit's identifier, by which its events are found. */
    public String uniqueId() {
        return uniqueId;
    }

    public Recorded recorded() {
        return evidence.seal();
    }

    public Instant started() {
        return started;
    }

    /** When it ended; {@code null} while it runs. */
    public @Nullable Instant finished() {
        return finished;
    }

    void finish(Instant when, @Nullable Throwable result) {
        thrown = result;
        finished = when;
    }

    /** Whether it ran to its end, examined something, and every rule held. */
    boolean held() {
        Recorded recorded = recordedIfFinished();
        return thrown == null
                && recorded.samples().stream().anyMatch(sample -> sample.isJudged())
                && recorded.samples().stream().allMatch(sample -> sample.held());
    }

    private Recorded recordedIfFinished() {
        return finished == null ? Recorded.NOTHING : evidence.seal();
    }
}
