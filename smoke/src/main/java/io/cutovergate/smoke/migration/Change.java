package io.cutovergate.smoke.migration;

import org.jspecify.annotations.Nullable;

/**
 * A migration, as the files have it or as a history shows it.
 *
 * @param id what the tool knows it by, in a form in which equal ones are equal
 * @param title for messages
 * @param checksum of its content as the tool computes it; null where there is none to compare
 */
record Change(String id, String title, @Nullable String checksum) {}
