package io.cutovergate.harness.run;

import io.cutovergate.harness.evidence.Recorded;
import io.cutovergate.harness.plan.Obligation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one obligation.
 *
 * @param cause why it is not proven, masked; empty where it is
 * @param blockedBy the obligations without which it was not asked; the cause is told there
 * @param started when its check began; {@code null} if it never did
 */
public record ObligationResult(
        Obligation obligation,
        Status status,
        String cause,
        List<Obligation> blockedBy,
        @Nullable Instant started,
        Duration took,
        Recorded recorded) {}
