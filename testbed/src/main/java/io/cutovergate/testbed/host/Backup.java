package io.cutovergate.testbed.host;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.process.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Backups of a side's database, made by the script of examples/backup.
 *
 * @param folder where they stand
 */
public record Backup(Path folder) {
    private static final List<String> SCRIPTS = List.of("backup.sh", "manifest.sql");
    private static final List<String> TOOLS = List.of("psql", "pg_dump", "pg_restore");

    /** Those of a side. */
    public static Backup of(Plan plan, Side side) {
        return new Backup(plan.directory().resolve("backups").resolve(side.word()));
    }

    /** Whether this machine has what the script needs. */
    static boolean possible() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return TOOLS.stream().allMatch(tool -> Arrays.stream(path.split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool))));
    }

    /** Makes one. */
    void make(Database owner) throws IOException {
        Path scripts = Files.createDirectories(folder.resolveSibling("scripts-" + folder.getFileName()));
        for (String script : SCRIPTS) {
            try (InputStream in =
                    Objects.requireNonNull(Backup.class.getResourceAsStream("/testbed/backup/" + script))) {
                Files.copy(in, scripts.resolve(script));
            }
        }
        run(owner, List.of("bash", scripts.resolve("backup.sh").toString(), owner.uri(), folder.toString()));
    }

    /** The newest; there is one wherever this machine could make it. */
    public Path newest() throws IOException {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.filter(file -> file.toString().endsWith(".dump"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(
                            () -> new TestbedException("there is no backup: psql, pg_dump and pg_restore are missing"));
        }
    }

    /** Runs a program with the database's password in its environment; a status other than 0 is an error with what it wrote. */
    public static void run(Database database, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new TestbedException(command.get(0) + " failed:\n" + output);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new TestbedException("interrupted during " + command.get(0), e);
        }
    }
}
