package io.cutovergate.smoke.migration;

import io.cutovergate.probe.sql.Reading;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rails: the table {@code schema_migrations}, a row for each version, compared as numbers; files
 * {@code db/migrate/VERSION_name.rb} (activerecord/lib/active_record/migration.rb). A migration that fails is rolled
 * back and leaves no row.
 */
final class Rails implements MigrationTool {

    /** {@code Migration::MigrationFilenameRegexp}. */
    private static final Pattern FILE = Pattern.compile("([0-9]+)_([_a-z0-9]*)\\.?([_a-z0-9]*)?\\.rb");

    /** {@code Migrator::MIGRATOR_SALT}; the key is its product with the CRC-32 of the database's name. */
    private static final long SALT = 2053462845;

    @Override
    public History history(Reading reading, String schema) {
        HistoryTable table = HistoryTable.find(reading, schema, Shape.RAILS);
        List<Change> applied =
                reading
                        .rows("Rails' history", "select version from " + table.quoted(), row -> row.getString(1))
                        .stream()
                        .sorted(Comparator.comparing(BigInteger::new))
                        .map(version -> Change.of(number(version), version))
                        .toList();
        long key = SALT * AdvisoryLocks.crc32(AdvisoryLocks.database(reading));
        return new History(this, table.toString(), applied, List.of(), AdvisoryLocks.held(reading, key));
    }

    @Override
    public List<Change> expected(Path directory, History history) {
        return new MigrationFolder(directory)
                .files(FILE).stream()
                        .sorted(Comparator.comparing(file -> new BigInteger(file.group(1))))
                        .map(file -> Change.of(number(file.group(1)), file.group(1) + " " + file.group(2)))
                        .toList();
    }

    private static String number(String version) {
        return new BigInteger(version).toString();
    }
}
