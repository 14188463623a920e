package io.cutovergate.integrity.rows;

import java.util.List;

/**
 * The SQL of a row's hash, a bigint, made of the exact forms of its values.
 *
 * <p>The hash of a record is a linear combination of those of its columns ({@code hash_record_extended}, rowtypes.c):
 * summed as it is, it would not see two rows that exchanged a value. So it is mixed once more before it is summed, by the
 * one cheap function of SQL that keeps more than 32 of its bits: that of a double, which keeps 53.
 */
enum RowHash {
    /** PostgreSQL's own functions (since 14): fast, but nothing promises that two servers agree. */
    NATIVE("PostgreSQL's record hash") {
        @Override
        String of(List<String> forms) {
            return "pg_catalog.hashfloat8extended(pg_catalog.hash_record_extended(" + row(forms)
                    + ", 7213)::pg_catalog.float8, 4099)";
        }
    },
    /** The same on every server since 11, at several times the cost. */
    PORTABLE("SHA-256 of the row's text") {
        @Override
        String of(List<String> forms) {
            return "('x' || pg_catalog.encode(pg_catalog.substr(pg_catalog.sha256(pg_catalog.convert_to(" + row(forms)
                    + "::pg_catalog.text, 'UTF8')), 1, 8), 'hex'))::pg_catalog.bit(64)::pg_catalog.int8";
        }
    };

    private final String title;

    RowHash(String title) {
        this.title = title;
    }

    abstract String of(List<String> forms);

    private static String row(List<String> forms) {
        return "row(" + String.join(", ", forms) + ")";
    }

    @Override
    public String toString() {
        return title;
    }
}
