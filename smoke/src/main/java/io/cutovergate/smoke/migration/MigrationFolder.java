package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a repository's migrations. */
record MigrationFolder(Path directory) {

    /** A file whose name fits a pattern. */
    record Named(Path file, MatchResult name) {

        String group(int group) {
            return name.group(group);
        }
    }

    /** All files below whose whole name fits, in the order of their paths. */
    List<Named> files(Pattern pattern) {
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> named(file, pattern))
                    .toList();
        } catch (IOException e) {
            throw new Unexamined(directory + " cannot be read (databases.*.migrations.directory): " + e, e);
        }
    }

    private static Stream<Named> named(Path file, Pattern pattern) {
        Matcher matcher = pattern.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? Stream.of(new Named(file, matcher.toMatchResult())) : Stream.of();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Unexamined(file + " cannot be read (databases.*.migrations.directory): " + e, e);
        }
    }
}
