package io.cutovergate.probe.jobs;

import java.time.Duration;

/**
 * What waits in a queue.
 *
 * @param oldest how long the first of the jobs has been due; zero where none waits
 * @param question what was asked, for the report
 */
public record Waiting(long depth, Duration oldest, String question) {}
