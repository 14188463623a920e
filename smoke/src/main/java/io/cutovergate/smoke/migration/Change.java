package io.cutovergate.smoke.migration;

import org.jspecify.annotations.Nullable;

/**
 * A migration, as the files have it or as a history shows it.
 *
 * @param id what the tool knows it by, in a form in which equal ones are equal
 * @param title for messages
 * @param checksum of its content as the tool computes it; null where there is none to compare
 */
record Change(String id, String title, @Nullable String checksum) {

    /** Without a checksum. */
    static Change of(String id, String title) {
        return new Change(id, title, null);
    }

    /**
     * Whether its content is another than when it was applied. Liquibase writes the version of its algorithm before a
     * colon; checksums of two versions say nothing of each other.
     */
    boolean isChangedFrom(Change applied) {
        return checksum != null
                && applied.checksum != null
                && version(checksum).equals(version(applied.checksum))
                && !checksum.equals(applied.checksum);
    }

    private static String version(String checksum) {
        return checksum.substring(0, Math.max(0, checksum.indexOf(':')));
    }
}
