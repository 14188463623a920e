package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flyway: the table {@code flyway_schema_history} and files in a directory. */
final class Flyway implements MigrationTool {

    private static final String BASELINE = "baseline ";

    /** "Flyway" in ASCII; a hash of the table's name is added to it (PostgreSQLAdvisoryLockTemplate). */
    private static final long LOCK = 0x466C79776179L;

    /** Types of rows that take a version back. */
    private static final Set<String> BACK = Set.of("UNDO_SQL", "UNDO_SCRIPT", "UNDO_JDBC", "DELETE");

    static Change versioned(FlywayVersion version, String description, @Nullable String checksum) {
        return new Change(version.toString(), version + " " + description, checksum);
    }

    /** Known by its description; it is applied again whenever its content changes. */
    static Change repeatable(String description, @Nullable String checksum) {
        return new Change("repeatable " + description, "repeatable " + description, checksum);
    }

    @Override
    public History history(Reading reading, String schema) {
        HistoryTable table = HistoryTable.find(reading, schema, Shape.FLYWAY);
        List<Row> rows = reading.rows(
                "Flyway's history",
                "select version, description, type, checksum, success from " + table.quoted()
                        + " order by installed_rank",
                Row::of);
        TreeMap<FlywayVersion, Change> versions = new TreeMap<>();
        Map<String, Change> repeatable = new TreeMap<>();
        for (Row row : rows) {
            if (row.version == null) {
                if (row.type.equals("DELETE")) {
                    repeatable.remove(row.description);
                } else if (!row.type.equals("SCHEMA")) {
                    repeatable.put(row.description, repeatable(row.description, row.checksum));
                }
            } else if (BACK.contains(row.type)) {
                versions.remove(row.version);
            } else {
                versions.put(row.version, row.change(row.version));
            }
        }
        return new History(
                this,
                table.toString(),
                Stream.concat(versions.values().stream(), repeatable.values().stream())
                        .toList(),
                rows.stream().filter(row -> !row.success).map(Row::title).toList(),
                AdvisoryLocks.held(reading, LOCK + Integer.MIN_VALUE, LOCK + Integer.MAX_VALUE));
    }

    @Override
    public List<Change> expected(Path directory, History history) {
        Optional<FlywayVersion> baseline = history.applied().stream()
                .filter(change -> change.title().startsWith(BASELINE))
                .map(change -> FlywayVersion.of(change.id()))
                .findFirst();
        List<Change> expected = new ArrayList<>(baseline.map(version -> history.applied().stream()
                        .filter(change -> change.id().equals(version.toString()))
                        .toList())
                .orElse(List.of()));
        scripts(directory).stream()
                .filter(script -> script.version() == null
                        || baseline.isEmpty()
                        || script.version().compareTo(baseline.get()) > 0)
                .map(FlywayScript::change)
                .forEach(expected::add);
        return List.copyOf(expected);
    }

    private static List<FlywayScript> scripts(Path directory) {
        Comparator<FlywayScript> order = Comparator.comparing(
                FlywayScript::version, Comparator.nullsLast(Comparator.<FlywayVersion>naturalOrder()));
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(FlywayScript::of)
                    .flatMap(Optional::stream)
                    .sorted(order.thenComparing(FlywayScript::description))
                    .toList();
        } catch (IOException e) {
            throw new Unexamined(directory + " cannot be read (databases.*.migrations.directory): " + e, e);
        }
    }

    private record Row(
            @Nullable FlywayVersion version,
            String description,
            String type,
            @Nullable String checksum,
            boolean success) {

        static Row of(ResultSet row) throws SQLException {
            String version = row.getString("version");
            return new Row(
                    version == null ? null : FlywayVersion.of(version),
                    row.getString("description"),
                    row.getString("type"),
                    row.getString("checksum"),
                    row.getBoolean("success"));
        }

        Change change(FlywayVersion of) {
            return type.equals("BASELINE")
                    ? new Change(of.toString(), BASELINE + of, null)
                    : versioned(of, description, checksum);
        }

        String title() {
            return (version == null ? "repeatable" : version) + " " + description + " (success is false)";
        }
    }
}
