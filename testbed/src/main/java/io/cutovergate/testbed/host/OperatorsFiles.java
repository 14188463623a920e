package io.cutovergate.testbed.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;

/**
 * What operators go back by, a copy of their own: a runbook, and the scripts of examples/.
 *
 * @param folder where it stands
 */
public record OperatorsFiles(Path folder) {
    private static final List<String> FILES = List.of(
            "rollback.md",
            "scripts/cutover/dns.sh",
            "scripts/cutover/jobs.sh",
            "scripts/cutover/queue.sh",
            "scripts/cutover/read-only.sh",
            "scripts/cutover/switch.sh",
            "scripts/migrate/sides.sh",
            "scripts/migrate/way-back.sh");

    /** Those of an environment. */
    public static OperatorsFiles of(Plan plan) {
        return new OperatorsFiles(plan.directory().resolve("operations"));
    }

    /** Puts them there. */
    void deploy() throws IOException {
        for (String file : FILES) {
            Path place = folder.resolve(file);
            Files.createDirectories(place.resolveSibling(""));
            try (InputStream in = Objects.requireNonNull(
                    OperatorsFiles.class.getResourceAsStream("/testbed/operations/" + file), file)) {
                Files.copy(in, place);
            }
            if (file.endsWith(".sh")) {
                Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    public Path runbook() {
        return folder.resolve("rollback.md");
    }

    /** A script, by its path below the scripts' folder. */
    public Path script(String path) {
        return folder.resolve("scripts").resolve(path);
    }

    /** Where the report of a rehearsal belongs; not there before somebody has rehearsed. */
    public Path rehearsal() {
        return folder.resolve("rehearsal");
    }
}
