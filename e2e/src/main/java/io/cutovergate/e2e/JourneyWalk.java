package io.cutovergate.e2e;

/**
 * How far a user came.
 *
 * @param done steps that went well, from the first
 * @param failure the first step that did not, and what was seen then; empty where all went well
 * @param sight what was seen at the end
 */
record JourneyWalk(int done, String failure, Sight sight) {}
