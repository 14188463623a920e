package io.cutovergate.harness.junit;

import java.time.Instant;

/**
 * The end of a run before its end.
 *
 * @param why as the report says it
 * @param wanted whether a person wanted it: what was not asked is then left out; otherwise it is unproven
 * @param at from when on what checks say does not count against the system
 */
public record Stop(String why, boolean wanted, Instant at) {}
