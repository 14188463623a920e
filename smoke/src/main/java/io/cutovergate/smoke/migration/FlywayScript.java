package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A migration as a file, named {@code V2_1__add_index.sql} or, repeatable, {@code R__refresh_views.sql} (Flyway
 * documentation, "Migrations", "Naming").
 *
 * @param version null for a repeatable one
 */
record FlywayScript(@Nullable FlywayVersion version, String description, Path file) {

    private static final Pattern NAME =
            Pattern.compile("(?:V(?<version>\\d[\\d._]*)|R)__(?<text>.+)\\.(?:sql|java|kt)");

    /** The migration that the file is, or nothing where its name is none's. */
    static Optional<FlywayScript> of(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String version = matcher.group("version");
        return Optional.of(new FlywayScript(
                version == null ? null : FlywayVersion.of(version),
                matcher.group("text").replace('_', ' '),
                file));
    }

    Change change() {
        return version == null
                ? Flyway.repeatable(description, isSql() && !hasPlaceholders() ? checksum() : null)
                : Flyway.versioned(version, description, isSql() ? checksum() : null);
    }

    /** Of a repeatable one the checksum is made after they are replaced (SqlMigrationResolver), by values unknown here. */
    private boolean hasPlaceholders() {
        return MigrationFolder.text(file).contains("${");
    }

    private boolean isSql() {
        return file.toString().endsWith(".sql");
    }

    /** Flyway's own: CRC-32 over the lines without their ends, and without a byte order mark. */
    private String checksum() {
        CRC32 crc = new CRC32();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String line = lines.readLine();
            if (line != null && line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            for (; line != null; line = lines.readLine()) {
                crc.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new Unexamined(file + " cannot be read: " + e, e);
        }
        return String.valueOf((int) crc.getValue());
    }
}
