package io.cutovergate.integrity;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.config.Integrity.Expect;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.integrity.rows.Comparing;
import io.cutovergate.integrity.rows.ComparisonListener;
import io.cutovergate.integrity.rows.Pace;
import io.cutovergate.integrity.rows.Rule;
import java.time.Duration;

/**
 * What a gate asks of the rows of a pair. Before the cutover the source is written to: rows may be in flight as long as
 * replication may lag. At the cutover it is frozen: the comparison is final. After it the target goes its own way.
 */
record RowRule(DatabasePair pair, Gate gate, Migration migration) {

    boolean subset() {
        return pair.integrity().expect() == Expect.SUBSET;
    }

    Comparing comparing() {
        Integrity rules = pair.integrity();
        boolean after = !subset() && gate == Gate.POST_CUTOVER;
        return new Comparing(
                subset() ? Rule.SUBSET : after ? Rule.KEPT : Rule.WHOLE,
                after ? new OpenedTarget(pair).read(migration) : null,
                rules.connections(),
                rules.show(),
                rules.hash(),
                lag(),
                Pace.FAST,
                ComparisonListener.NONE);
    }

    /** The keys that set it, as messages name them. */
    String key() {
        if (subset()) {
            return "integrity.expect: subset";
        }
        return "integrity.expect: whole"
                + switch (gate) {
                    case PRE_CUTOVER -> "; in flight for " + Units.print(lag()) + ", limits.replication-caught-up.lag";
                    case POST_CUTOVER -> "; unless written on target since previous.cutover";
                    default -> "";
                };
    }

    private Duration lag() {
        return gate == Gate.PRE_CUTOVER && !subset()
                ? migration.environment().limits().replicationCaughtUp().lag()
                : Duration.ZERO;
    }
}
