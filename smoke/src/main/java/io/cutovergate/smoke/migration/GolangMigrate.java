package io.cutovergate.smoke.migration;

import io.cutovergate.probe.sql.Reading;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * golang-migrate: the table {@code schema_migrations}, one row with the version that the database stands at and whether
 * it is dirty (database/postgres/postgres.go); files {@code VERSION_title.up.sql} (source/parse.go), in the order of
 * their numbers.
 */
final class GolangMigrate implements MigrationTool {

    private static final Pattern FILE = Pattern.compile("([0-9]+)_(.*)\\.up\\.(.*)");

    /** {@code database/util.go}: times the CRC-32 of database, schema and table, in 32 bits. */
    private static final long SALT = 1486364155;

    private static final long LOW = 0xFFFFFFFFL;

    @Override
    public History history(Reading reading, String schema) {
        HistoryTable table = HistoryTable.find(reading, schema, Shape.GOLANG_MIGRATE);
        List<Standing> rows = reading.rows(
                "golang-migrate's version",
                "select version, dirty from " + table.quoted() + " order by 1",
                row -> new Standing(row.getString(1), row.getBoolean(2)));
        return new History(
                this,
                table.toString(),
                rows.stream().map(Standing::change).toList(),
                rows.stream()
                        .filter(Standing::dirty)
                        .map(row -> row.version() + " (dirty)")
                        .toList(),
                locks(reading, table));
    }

    /** It is told the database by its name, or by the path of a URL, which begins with a slash. */
    private static List<String> locks(Reading reading, HistoryTable table) {
        String database = AdvisoryLocks.database(reading);
        return Stream.of(database, "/" + database)
                .map(name -> name + "\0" + table.schema() + "\0" + table.name())
                .flatMap(name -> AdvisoryLocks.held(reading, AdvisoryLocks.crc32(name) * SALT & LOW).stream())
                .toList();
    }

    /** All that the files have up to the last. */
    @Override
    public List<Change> expected(Path directory, History history) {
        return new MigrationFolder(directory)
                .files(FILE).stream()
                        .sorted(Comparator.comparing(file -> new BigInteger(file.group(1))))
                        .map(file -> Change.of(
                                new BigInteger(file.group(1)).toString(), file.group(1) + " " + file.group(2)))
                        .toList();
    }

    /** The version stands for all before it. */
    @Override
    public Drift against(Path directory, History history) {
        List<Change> expected = expected(directory, history);
        BigInteger at = history.applied().stream()
                .map(change -> new BigInteger(change.id()))
                .max(Comparator.naturalOrder())
                .orElse(BigInteger.ONE.negate());
        return new Drift(
                expected.size(),
                expected.stream()
                        .filter(change -> new BigInteger(change.id()).compareTo(at) > 0)
                        .map(Change::title)
                        .toList(),
                history.applied().stream()
                        .filter(change ->
                                expected.stream().noneMatch(file -> file.id().equals(change.id())))
                        .map(Change::title)
                        .toList(),
                List.of());
    }

    private record Standing(String version, boolean dirty) {

        Change change() {
            return Change.of(version, version);
        }
    }
}
