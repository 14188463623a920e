package io.cutovergate.cutover.conduct;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of a journal.
 *
 * @param time when, by the wall clock, in ISO 8601
 * @param step its id; empty where it is about the whole
 * @param detail what else a reader must know
 * @param pid of the process that the step runs; 0 without one
 */
public record Entry(String time, Event event, String step, String detail, long pid) {

    /** When it happened. */
    public Instant at() {
        return Instant.parse(time);
    }

    /** What happened. */
    public enum Event {
        /** The decision; {@code detail} names who took it. */
        BEGUN,
        RESUMED,
        /** A file that a step is about to run, or without a step one that all of it is done by; {@code detail} is a {@link Used}. */
        USES,
        STEP_BEGUN,
        STEP_DONE,
        STEP_FAILED,
        UNDO_BEGUN,
        UNDO_DONE,
        UNDO_FAILED,
        /** By Ctrl-C or at a question; it can go on. */
        PAUSED,
        /** It did not reach its end and will not by itself. */
        STOPPED,
        ENDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
