package io.cutovergate.smoke.migration;

import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.Reading;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A tool that is not known here, by the queries that the files give. */
record DeclaredTool(DatabaseRules.Declared query) implements MigrationTool {

    private static final String KEY = "databases.*.migrations.query";

    @Override
    public History history(Reading reading, String schema) {
        reading.in(schema);
        return new History(
                this,
                KEY,
                reading.rows(KEY + ".applied", query.applied(), DeclaredTool::change),
                names(reading, "failed", query.failed()),
                names(reading, "locks", query.locks()));
    }

    private static Change change(ResultSet row) throws SQLException {
        String name = row.getString(1);
        return new Change(name, name, row.getMetaData().getColumnCount() > 1 ? row.getString(2) : null);
    }

    private static List<String> names(Reading reading, String key, String sql) {
        return reading.rows(KEY + "." + key, sql, row -> row.getString(1));
    }

    /** In the order of their paths; checksums are the tool's own and are not computed. */
    @Override
    public List<Change> expected(Path directory, History history) {
        if (query.files() == null) {
            throw new Unexamined(
                    "nothing says what the files of " + directory + " are called: " + KEY + ".files is not configured");
        }
        try {
            return new MigrationFolder(directory)
                    .files(Pattern.compile(query.files())).stream()
                            .map(file -> Change.of(
                                    file.group(1), String.valueOf(file.file().getFileName())))
                            .toList();
        } catch (PatternSyntaxException | IndexOutOfBoundsException e) {
            throw new Unexamined(KEY + ".files is no regular expression with a group: " + e.getMessage(), e);
        }
    }
}
