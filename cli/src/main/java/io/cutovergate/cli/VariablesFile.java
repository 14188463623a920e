package io.cutovergate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;

/** Variables of a testbed as a file that a shell reads. */
final class VariablesFile {

    private VariablesFile() {}

    /** Writes {@code export NAME='VALUE'} lines that only this user can read. */
    static void write(Path file, Map<String, String> variables) {
        String text = variables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> "export " + variable.getKey() + "='"
                        + variable.getValue().replace("'", "'\\''") + "'\n")
                .collect(Collectors.joining());
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    /** Whether a variable must not be printed. */
    static boolean isSecret(String name) {
        return name.contains("PASSWORD") || name.contains("TOKEN") || name.contains("KEY") || name.contains("SECRET");
    }
}
