package io.cutovergate.integrity.backup;

import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.Reading;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a database holds: how many objects of each kind, and of each table its rows and their sum.
 *
 * @param objects by kind, in the plural
 */
public record Content(SortedMap<String, Long> objects, SortedMap<TableName, Rows> tables) {

    private static final String OBJECTS = Resource.sql(Content.class, "objects");
    private static final String TABLES = Resource.sql(Content.class, "tables");
    private static final String CONTENT = Resource.sql(Content.class, "content");

    /** What a reading does not pin and what changes the text of a row or hides one; examples/backup/manifest.sql pins the same. */
    private static final String PINS = "set local lc_monetary = 'C'; set local row_security = off";

    /**
     * The rows of a table.
     *
     * @param sum of the first 64 bits of each row's SHA-256
     */
    public record Rows(long count, BigDecimal sum) {}

    /** Reads all of a database. */
    public static Content of(DatabaseAt database) {
        try (Reading reading = database.snapshot()) {
            reading.execute("settings", PINS);
            SortedMap<String, Long> objects = new TreeMap<>();
            SortedMap<TableName, Rows> tables = new TreeMap<>();
            for (TableName table :
                    reading.rows("tables", TABLES, row -> new TableName(row.getString(1), row.getString(2)))) {
                tables.put(
                        table,
                        reading.row(
                                "content of " + table,
                                CONTENT.formatted(table.sql()),
                                row -> new Rows(row.getLong(1), row.getBigDecimal(2))));
            }
            reading.rows("objects", OBJECTS, row -> objects.put(row.getString(1), row.getLong(2)));
            return new Content(objects, tables);
        }
    }
}
