package io.cutovergate.e2e;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachJourney;
import io.cutovergate.harness.subject.JourneyAt;

/** What users do, done in a browser. */
@AuthenticationWorks
@EachJourney
record JourneyChecks(JourneyAt journey, Browser browser, Evidence evidence) {

    @Check("a user gets through the journey in a browser")
    void userGetsThrough() {
        int steps = journey.journey().steps().size();
        if (steps == 0) {
            throw new Unexamined(journey.id() + " has no steps (" + key() + ")");
        }
        JourneyWalk walk = browser.walk(journey);
        walk.sight().attachTo(evidence, journey.id() + (walk.failure().isEmpty() ? " at its end" : " where it failed"));
        evidence.measure("steps done", journey, walk.done())
                .detail(walk.failure())
                .is(steps, key());
    }

    private String key() {
        return "journeys." + journey.name() + ".steps";
    }
}
