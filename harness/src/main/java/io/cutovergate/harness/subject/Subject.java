package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a claim is asked of: a named thing, seen from a vantage. */
public interface Subject {

    /** The name within its kind, for example {@code backend}. */
    String name();

    Vantage vantage();

    /** The service it depends on, so that an outage blocks only what stands behind it. */
    default @Nullable String service() {
        return null;
    }

    /** Time that the files allow for it, for example to come up; added to the deadline of a check. */
    default Duration allowance() {
        return Duration.ZERO;
    }

    /** Name and vantage as messages write them: {@code backend at target}. */
    default String id() {
        return name() + " at " + vantage();
    }
}
