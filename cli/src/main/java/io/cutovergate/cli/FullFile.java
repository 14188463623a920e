package io.cutovergate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * A file of the demo with what takes minutes: lines behind {@code # full: } stand in place of those that end in {@code
 * # limits only}.
 */
final class FullFile {

    private static final String FULL = "# full: ";
    private static final String LIMITS_ONLY = "# limits only";

    private FullFile() {}

    /** Writes it into another folder; what is relative in it still means the demo's own files. */
    static Path write(Path file, Path folder) {
        try {
            Path full = folder.resolve("full-" + file.getFileName());
            return Files.writeString(
                    full, text(Files.readString(file), file.toAbsolutePath().resolveSibling("")));
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's files cannot be written to " + folder, e);
        }
    }

    static String text(String demo, Path folder) {
        return demo.lines()
                .filter(line -> !line.endsWith(LIMITS_ONLY))
                .map(line -> line.replace(FULL, ""))
                .map(line -> line.replace("application: ", "application: " + folder + "/"))
                .map(line -> line.replace("../../", folder + "/../../"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
