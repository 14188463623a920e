package io.cutovergate.testbed.standin;

import java.util.Map;

/**
 * One line of a log.
 *
 * @param nanos since the epoch, when it was written
 * @param labels app, side and instance
 */
record LogLine(long nanos, Map<String, String> labels, String text) {}
