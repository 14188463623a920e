package io.cutovergate.probe.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that is known to a queue.
 *
 * @param id the same on both sides
 * @param kind what is done, as the application calls it
 * @param due when; {@code null} of one that is made anew by a schedule, or whose time nobody wrote down
 */
public record Piece(String id, String kind, @Nullable Instant due) {

    @Override
    public String toString() {
        return due == null ? id : id + " (due " + due + ")";
    }
}
