package io.cutovergate.probe;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks again and again, and ends with what was really answered last. */
public final class Polling {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private Polling() {}

    /**
     * Asks until an answer is accepted or the time is over.
     *
     * @return the last answer, accepted or not: the caller measures it
     * @throws Unexamined the last cause, where nobody answered at the end; at once where waiting cannot help, because a
     *     certificate or a statement is refused
     */
    public static <T> T until(Duration within, Supplier<T> ask, Predicate<T> accepted) {
        Last<T> last = new Last<>(ask);
        try {
            pauses(within).until(() -> last.next(accepted));
        } catch (ConditionTimeoutException e) {
            // What was answered last says more than "condition not fulfilled".
            return last.answer(" (asked " + last.asked + " times in " + Units.print(within) + ")");
        }
        return last.answer("");
    }

    /**
     * Asks for a whole period, and gives up at the first answer that no longer holds.
     *
     * @return the first answer that does not hold, else the last one
     */
    public static <T> T throughout(Duration period, Supplier<T> ask, Predicate<T> holds) {
        return until(period, ask, holds.negate());
    }

    /** Lets a time pass in which nothing is asked. */
    public static void rest(Duration time) {
        until(time, () -> false, over -> over);
    }

    private static ConditionFactory pauses(Duration within) {
        return Awaitility.await()
                .pollInSameThread()
                .dontCatchUncaughtExceptions()
                .pollDelay(Duration.ZERO)
                .pollInterval((count, previous) -> {
                    Duration next = count <= 1 ? FIRST_PAUSE : previous.multipliedBy(2);
                    return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
                })
                .atMost(within.compareTo(FIRST_PAUSE) > 0 ? within : FIRST_PAUSE);
    }

    private static final class Last<T> {

        private final Supplier<T> ask;
        private int asked;
        private @Nullable T answer;
        private @Nullable Unexamined failure;

        private Last(Supplier<T> ask) {
            this.ask = ask;
        }

        private boolean next(Predicate<T> accepted) {
            asked++;
            answer = null;
            failure = null;
            try {
                T given = ask.get();
                answer = given;
                return accepted.test(given);
            } catch (Unexamined e) {
                failure = e;
                return isFinal(e);
            }
        }

        private T answer(String effort) {
            if (answer != null) {
                return answer;
            }
            if (failure == null) {
                throw new Unexamined("nobody was asked" + effort);
            }
            throw new Unexamined(failure.getMessage() + effort, failure.getCause());
        }

        /** A certificate that is refused, or a statement that the database refuses, stays so however often it is asked. */
        private static boolean isFinal(Unexamined failure) {
            return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                    .anyMatch(cause -> cause instanceof GeneralSecurityException
                            || cause instanceof SSLPeerUnverifiedException
                            || (cause instanceof SQLException refused && !isOutage(refused)));
        }

        /** Connection exceptions, too many connections, and a server that shuts down or starts (PostgreSQL, "Error Codes"). */
        private static boolean isOutage(SQLException failure) {
            String state = failure.getSQLState();
            return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
        }
    }
}
