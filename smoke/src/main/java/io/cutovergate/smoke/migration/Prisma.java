package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prisma Migrate: the table {@code _prisma_migrations}; folders {@code NAME/migration.sql} in the order of their names
 * (prisma-engines, schema-engine/connectors). A row without {@code finished_at} has failed or is running, unless it was
 * marked as rolled back.
 */
final class Prisma implements MigrationTool {

    private static final Pattern FILE = Pattern.compile("migration\\.sql");

    /** {@code flavour/postgres.rs}: "a unique number we chose to identify Migrate". */
    private static final long LOCK = 72707369;

    @Override
    public History history(Reading reading, String schema) {
        HistoryTable table = HistoryTable.find(reading, schema, Shape.PRISMA);
        List<Row> rows = reading.rows(
                "Prisma's history",
                "select migration_name, checksum, finished_at is not null as finished, started_at from "
                        + table.quoted() + " where rolled_back_at is null order by started_at, migration_name",
                Row::of);
        return new History(
                this,
                table.toString(),
                rows.stream().filter(Row::finished).map(Row::change).toList(),
                rows.stream()
                        .filter(row -> !row.finished())
                        .map(row -> row.name() + " (begun " + row.started() + ", not finished)")
                        .toList(),
                AdvisoryLocks.held(reading, LOCK));
    }

    @Override
    public List<Change> expected(Path directory, History history) {
        Map<String, Change> applied = history.applied().stream()
                .collect(Collectors.toMap(Change::id, Function.identity(), (one, same) -> one));
        return new MigrationFolder(directory)
                .files(FILE).stream().map(file -> change(file.file(), applied)).toList();
    }

    private static Change change(Path file, Map<String, Change> applied) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        String name = String.valueOf(folder.getFileName());
        String text = MigrationFolder.text(file);
        Change before = applied.get(name);
        return new Change(name, name, checksum(text, before == null ? null : before.checksum()));
    }

    /** {@code checksum.rs}: SHA-256; with other ends of lines it is the same script. */
    private static String checksum(String text, @Nullable String applied) {
        return Stream.of(text, text.replace("\r\n", "\n"), text.replace("\n", "\r\n"))
                .map(Prisma::sha256)
                .filter(sum -> sum.equals(applied))
                .findFirst()
                .orElseGet(() -> sha256(text));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new Unexamined("this JVM has no SHA-256", e);
        }
    }

    private record Row(String name, String checksum, boolean finished, String started) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("migration_name"),
                    row.getString("checksum"),
                    row.getBoolean("finished"),
                    row.getString("started_at"));
        }

        Change change() {
            return new Change(name, name, checksum);
        }
    }
}
