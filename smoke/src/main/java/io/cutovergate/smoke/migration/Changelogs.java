package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Change sets in Liquibase's changelogs, in XML and in formatted SQL; those of other databases are left out. Given a
 * directory, all changelogs in it count; given a file, it and what it includes.
 */
final class Changelogs {

    private static final Pattern SQL = Pattern.compile(
            "^\\s*--\\s*changeset\\s+\"?([^\":]+)\"?:\"?([^\\s\"]+)\"?(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int MORE = 3;
    private static final Pattern DBMS = Pattern.compile("\\bdbms:\"?([\\w,!]+)", Pattern.CASE_INSENSITIVE);

    private final Set<Change> changes = new LinkedHashSet<>();

    private Changelogs() {}

    static List<Change> in(Path place) {
        Changelogs changelogs = new Changelogs();
        try {
            if (Files.isDirectory(place)) {
                changelogs.readAll(place);
            } else {
                changelogs.read(place, true);
            }
            return List.copyOf(changelogs.changes);
        } catch (IOException e) {
            throw new Unexamined(place + " cannot be read (databases.*.migrations.directory): " + e, e);
        }
    }

    private void readAll(Path directory) throws IOException {
        try (Stream<Path> walk = Files.walk(directory)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                read(file, false);
            }
        }
    }

    private void read(Path file, boolean follows) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".xml")) {
            XmlChangelog changelog = XmlChangelog.read(file);
            changes.addAll(changelog.changes());
            for (String include : follows ? changelog.includes() : List.<String>of()) {
                include(file, include);
            }
        } else if (name.endsWith(".sql")) {
            sql(Files.readString(file), name);
        } else if (name.matches(".*\\.(ya?ml|json)") && Files.readString(file).contains("databaseChangeLog")) {
            throw new Unexamined(file + " is a changelog in a form that is not read yet; XML and formatted SQL are");
        }
    }

    /** Includes are written from the changelog's directory, or from the root of a class path above it. */
    private void include(Path from, String include) throws IOException {
        for (Path root = from.toAbsolutePath().getParent(); root != null; root = root.getParent()) {
            Path found = root.resolve(include);
            if (Files.isDirectory(found)) {
                readAll(found);
                return;
            }
            if (Files.exists(found)) {
                read(found, true);
                return;
            }
        }
        throw new Unexamined(from + " includes " + include + ", which is nowhere (databases.*.migrations.directory)");
    }

    private void sql(String text, String name) {
        List<MatchResult> heads = SQL.matcher(text).results().toList();
        for (int i = 0; i < heads.size(); i++) {
            MatchResult head = heads.get(i);
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : text.length();
            Matcher dbms = DBMS.matcher(head.group(MORE));
            if (isOurs(dbms.find() ? dbms.group(1) : null)) {
                String checksum = SqlChangeSet.checksum(text.substring(head.end(), end));
                changes.add(Liquibase.changeSet(head.group(2), head.group(1), name, checksum));
            }
        }
    }

    /** Whether change sets of that {@code dbms} run on PostgreSQL (Liquibase documentation, "dbms"). */
    static boolean isOurs(@Nullable String dbms) {
        if (dbms == null || dbms.isBlank()) {
            return true;
        }
        List<String> names = Arrays.stream(dbms.split(",")).map(String::strip).toList();
        boolean excludesOnly = names.stream().allMatch(name -> name.startsWith("!"));
        return excludesOnly ? !names.contains("!postgresql") : names.contains("postgresql") || names.contains("all");
    }
}
