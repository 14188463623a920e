package io.cutovergate.integrity.schema;

import io.cutovergate.integrity.selection.TableName;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object of a schema, as the catalog describes it.
 *
 * @param table the table that it is, or is a part of
 * @param properties everything in which it may differ, in words
 */
record SchemaObject(Kind kind, String name, Optional<TableName> table, Map<String, String> properties) {

    private static final int FIRST_PROPERTY = 4;
    static final String NONE = "none";

    /** Name, schema and name of the table, then the properties under the names that messages use. */
    static SchemaObject read(Kind kind, ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> properties = new TreeMap<>();
        for (int i = FIRST_PROPERTY; i <= columns.getColumnCount(); i++) {
            properties.put(columns.getColumnLabel(i), Objects.requireNonNullElse(row.getString(i), NONE));
        }
        String table = row.getString("of_table");
        return new SchemaObject(
                kind,
                row.getString("name"),
                Optional.ofNullable(table == null ? null : new TableName(row.getString("of_schema"), table)),
                properties);
    }

    String property(String property) {
        return properties.getOrDefault(property, NONE);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
