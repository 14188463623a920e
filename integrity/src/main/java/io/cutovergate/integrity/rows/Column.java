package io.cutovergate.integrity.rows;

import io.cutovergate.probe.sql.Identifier;

/**
 * A column as the catalog describes it.
 *
 * @param type its type with schema and modifier, for casts: {@code character varying(20)}
 * @param builtin name in {@code pg_type} of what its values are stored as (a domain's is its base type), or of their
 *     elements for an array; empty for types that PostgreSQL does not bring
 * @param array whether it holds arrays
 * @param padded whether it is {@code char(n)}: blanks at the end are padding, not data
 * @param seldomNull whether few values are NULL, or none, as far as the catalog and the planner's statistics know
 * @param generated whether it is computed from the others, so that nothing can be written to it
 */
record Column(
        String name,
        String type,
        String builtin,
        boolean array,
        boolean padded,
        boolean seldomNull,
        boolean generated) {

    /** Whether it holds whole numbers, of which ranges can be read by an index. */
    boolean wholeNumber() {
        return !array && (builtin.equals("int2") || builtin.equals("int4") || builtin.equals("int8"));
    }

    /** The column of the row {@code t}. */
    String reference() {
        return "t." + Identifier.quote(name);
    }

    /** Its value as a text from which another value can be told. */
    String text() {
        // The cast drops blanks at the end, which are data where no length is declared.
        return builtin.equals("bpchar") && !array && !padded
                ? "pg_catalog.convert_from(pg_catalog.bpcharsend(" + reference() + "), 'UTF8')"
                : reference() + "::pg_catalog.text";
    }
}
