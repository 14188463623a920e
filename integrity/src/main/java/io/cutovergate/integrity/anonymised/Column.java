package io.cutovergate.integrity.anonymised;

import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.probe.sql.Identifier;
import java.util.List;

/**
 * A column of a table.
 *
 * @param key columns of the table's primary key; none where it has none
 */
public record Column(TableName table, String name, Kind kind, List<String> key) {

    /** What can stand in a column. */
    public enum Kind {
        TEXT,
        ARRAY,
        JSON,
        /** A number, a date: searched only where it is declared. */
        OTHER,
        /** A foreign table's: its rows stand in another server. */
        ELSEWHERE
    }

    /** Whether words can stand in it. */
    public boolean holdsText() {
        return kind == Kind.TEXT || kind == Kind.ARRAY || kind == Kind.JSON;
    }

    /** Whether the files mean this column by a table and a name. */
    public boolean isCalled(String declaredTable, String declaredName) {
        return table.isCalled(declaredTable) && name.equals(declaredName);
    }

    /** A query for the texts in it, of the row {@code t}: the elements of an array, a document and each of its leaves. */
    String texts() {
        String column = "t." + Identifier.quote(name);
        return switch (kind) {
            case JSON ->
                wholeTexts() + " union all select j #>> '{}' from jsonb_path_query(" + column
                        + "::jsonb, 'strict $.**') j where jsonb_typeof(j) in ('string', 'number')";
            default -> wholeTexts();
        };
    }

    /** The same with a document as one text. */
    String wholeTexts() {
        String column = "t." + Identifier.quote(name);
        return kind == Kind.ARRAY ? "select unnest(" + column + ")::text" : "select " + column + "::text";
    }

    @Override
    public String toString() {
        return table + "." + name;
    }
}
