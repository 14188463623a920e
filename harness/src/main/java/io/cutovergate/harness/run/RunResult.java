package io.cutovergate.harness.run;

import io.cutovergate.harness.plan.Plan;
import java.time.Instant;
import java.util.List;

/**
 * What a run showed, before sign-offs and the verdict.
 *
 * @param interrupted why the run did not go to its end; empty when it did
 * @param faults of the harness itself, which do not belong to any item; empty in a sound run
 */
public record RunResult(
        Plan plan,
        Instant started,
        Instant finished,
        List<ItemResult> items,
        String interrupted,
        List<String> faults) {}
