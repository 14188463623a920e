package io.cutovergate.load;

import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.TooFewSamples;

/** Concludes nothing from what a sick injector measured. */
record InjectorHealth(Evidence evidence, Limits.Injector limits) {

    private static final String KEY = "limits.performance-under-load.injector.";

    /**
     * Throws {@link TooFewSamples} that says what was sick.
     *
     * @param subject whose injector
     */
    void require(String subject, Health health) {
        if (!health.isKnown()) {
            throw new TooFewSamples("the injector of " + subject + " left no record of its own health, so that nothing"
                    + " can be concluded from what it measured");
        }
        evidence.note(health.summary());
        evidence.measure("the injector's CPU share", subject, health.cpu())
                .detail("of all " + health.processors() + " processors of its machine")
                .calmEnough(limits.cpu(), KEY + "cpu");
        evidence.measure("the injector's share of time collecting garbage", subject, health.collecting())
                .calmEnough(limits.gc(), KEY + "gc");
        evidence.measure("the injector's open file descriptors", subject, health.descriptors())
                .calmEnough(limits.fileDescriptors(), KEY + "file-descriptors");
        evidence.measure("the injector's lag", subject, health.lag(99))
                .detail("99 % of the time not later; " + health.lag(100).toMillis() + "ms at worst: by as much requests"
                        + " were sent late, and the target does not show it")
                .calmEnough(limits.lag(), KEY + "lag");
    }
}
