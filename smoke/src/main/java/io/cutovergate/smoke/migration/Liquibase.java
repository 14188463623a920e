package io.cutovergate.smoke.migration;

import io.cutovergate.probe.sql.Reading;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Liquibase: the tables {@code databasechangelog} and {@code databasechangeloglock}, and changelogs in a directory. */
final class Liquibase implements MigrationTool {

    /** States of a change set that count as applied; FAILED and SKIPPED do not. */
    private static final Set<String> DONE = Set.of("EXECUTED", "RERAN", "MARK_RAN");

    /** A change set is known by all three; of the file only its name, because the path depends on how it was run. */
    static Change changeSet(String id, String author, String path) {
        return changeSet(id, author, path, null);
    }

    static Change changeSet(String id, String author, String path, @Nullable String checksum) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        String title = id + " by " + author + " in " + file;
        return new Change(title, title, checksum);
    }

    @Override
    public History history(Reading reading, String schema) {
        HistoryTable table = HistoryTable.find(reading, schema, Shape.LIQUIBASE);
        List<Row> rows = reading.rows(
                "Liquibase's history",
                "select id, author, filename, exectype, md5sum from " + table.quoted()
                        + " order by orderexecuted, dateexecuted",
                Row::of);
        HistoryTable lock = HistoryTable.find(reading, schema, Shape.LIQUIBASE_LOCK);
        return new History(
                this,
                table.toString(),
                rows.stream().filter(Row::isDone).map(Row::change).toList(),
                rows.stream()
                        .filter(row -> !row.isDone())
                        .map(row -> row.change.title() + " (exectype is " + row.state + ")")
                        .toList(),
                reading.rows(
                        "Liquibase's lock",
                        "select lockedby, lockgranted from " + lock.quoted() + " where locked",
                        row -> row.getString(1) + " since " + row.getString(2)));
    }

    @Override
    public List<Change> expected(Path directory, History history) {
        return Changelogs.in(directory);
    }

    private record Row(Change change, String state) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    changeSet(
                            row.getString("id"),
                            row.getString("author"),
                            row.getString("filename"),
                            row.getString("md5sum")),
                    row.getString("exectype"));
        }

        boolean isDone() {
            return DONE.contains(state);
        }
    }
}
