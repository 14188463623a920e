package io.cutovergate.integrity;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist.ChangesFrozen;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.previous.PreviousVerdict;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The release that is judged against the one that staging was judged with; that it runs is for services-deployed. */
@ChangesFrozen
record FrozenReleaseChecks(Migration migration, Evidence evidence) {

    private static final String ABSENT = "absent";

    @Check("the release is the one that the staging verdict judged, service by service")
    void releaseIsUnchanged() {
        PreviousVerdict staging = PreviousVerdict.of(Gate.STAGING, migration);
        Map<String, String> now = migration.environment().release();
        Set<String> services = new TreeSet<>(now.keySet());
        services.addAll(staging.release().keySet());
        evidence.forEach(services, service -> evidence.measure(
                        "release", service + " at target", now.getOrDefault(service, ABSENT))
                .detail("judged by " + staging)
                .is(staging.release().getOrDefault(service, ABSENT), staging.key()));
    }
}
