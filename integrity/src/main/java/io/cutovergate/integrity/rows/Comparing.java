package io.cutovergate.integrity.rows;

import io.cutovergate.harness.config.Integrity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rows are compared.
 *
 * @param rule what the target must hold
 * @param connections to each side
 * @param show how many differences of a table its result describes
 * @param hash of the rows
 * @param since what the target had written when it was opened, for {@link Rule#KEPT}
 * @param pace when a piece of work may begin
 * @param lag how long the target may be behind a source that is written to; zero where both are at rest
 */
public record Comparing(
        Rule rule,
        @Nullable Writes since,
        int connections,
        int show,
        Integrity.Hash hash,
        Duration lag,
        Pace pace,
        ComparisonListener listener) {

    /** Everything of a database that nobody writes to. */
    public static Comparing whole(int connections, int show) {
        return new Comparing(
                Rule.WHOLE,
                null,
                connections,
                show,
                Integrity.Hash.FAST,
                Duration.ZERO,
                Pace.FAST,
                ComparisonListener.NONE);
    }
}
