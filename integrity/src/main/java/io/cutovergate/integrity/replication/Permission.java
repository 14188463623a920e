package io.cutovergate.integrity.replication;

import io.cutovergate.harness.evidence.Unexamined;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Says what to grant where a role may not read. */
final class Permission {

    /** insufficient_privilege (PostgreSQL documentation, "PostgreSQL Error Codes"). */
    private static final String DENIED = "42501";

    private Permission() {}

    /** Asks, and where that is denied names the grant that would do. */
    static <T> T of(String grant, Supplier<T> question) {
        try {
            return question.get();
        } catch (Unexamined e) {
            if (e.getCause() instanceof SQLException cause && DENIED.equals(cause.getSQLState())) {
                throw new Unexamined(e.getMessage() + "; grant the gate's role there: " + grant, cause);
            }
            throw e;
        }
    }
}
