package io.cutovergate.probe.process;

import java.time.Duration;

/**
 * What became of a command that was given its time.
 *
 * @param ended whether it ended by itself; otherwise it was stopped, with all that it started
 * @param took rounded up, so that it never looks shorter than it was
 */
public record Attempt(boolean ended, Outcome outcome, Duration took) {}
