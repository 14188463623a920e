package io.cutovergate.smoke.migration;

import io.cutovergate.probe.sql.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Django: the table {@code django_migrations}, a row for each applied migration of an app, in the order in which they
 * were (django/db/migrations/recorder.py); files {@code APP/migrations/NAME.py}. Apps of libraries have no files in the
 * repository: where there is a directory, only the apps in it are held against it. It knows no failed ones and no lock.
 */
final class Django implements MigrationTool {

    /** Names that begin with an underscore or a tilde are no migrations (django/db/migrations/loader.py). */
    private static final Pattern FILE = Pattern.compile("([^_~].*)\\.py");

    private static final Pattern REPLACES = Pattern.compile("replaces\\s*=\\s*\\[(.*?)]", Pattern.DOTALL);
    private static final Pattern PAIR =
            Pattern.compile("\\(\\s*[\"']([^\"']+)[\"']\\s*,\\s*[\"']([^\"']+)[\"']\\s*\\)");

    @Override
    public History history(Reading reading, String schema) {
        HistoryTable table = HistoryTable.find(reading, schema, Shape.DJANGO);
        List<Change> applied = reading.rows(
                "Django's history",
                "select app, name from " + table.quoted() + " order by id",
                row -> change(row.getString(1), row.getString(2)));
        return new History(this, table.toString(), applied, List.of(), List.of());
    }

    @Override
    public List<Change> expected(Path directory, History history) {
        return scripts(directory).stream().map(Script::change).toList();
    }

    @Override
    public Drift against(Path directory, History history) {
        List<Script> scripts = scripts(directory);
        Set<String> apps = scripts.stream().map(Script::app).collect(Collectors.toSet());
        Set<String> applied = history.applied().stream().map(Change::id).collect(Collectors.toSet());
        Set<String> replaced = scripts.stream()
                .flatMap(script -> script.replaces().stream())
                .collect(Collectors.toCollection(HashSet::new));
        List<Change> expected = scripts.stream()
                .filter(script -> !script.isDoneBy(applied))
                .map(Script::change)
                .toList();
        // What a squashed migration replaces may still stand in the history, its file gone or not.
        replaced.removeAll(expected.stream().map(Change::id).toList());
        List<Change> held = history.applied().stream()
                .filter(change -> apps.contains(app(change)) && !replaced.contains(change.id()))
                .toList();
        return Drift.between(expected, held);
    }

    private static List<Script> scripts(Path directory) {
        return new MigrationFolder(directory)
                .files(FILE).stream()
                        .filter(file -> isOfAnApp(file.file()))
                        .map(file -> new Script(
                                String.valueOf(folder(folder(file.file())).getFileName()),
                                file.group(1),
                                replaces(MigrationFolder.text(file.file()))))
                        .toList();
    }

    private static boolean isOfAnApp(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null
                && String.valueOf(folder.getFileName()).equals("migrations")
                && folder.getParent() != null;
    }

    private static Path folder(Path file) {
        return java.util.Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static List<String> replaces(String text) {
        List<String> pairs = new ArrayList<>();
        Matcher matcher = REPLACES.matcher(text);
        if (matcher.find()) {
            Matcher pair = PAIR.matcher(matcher.group(1));
            while (pair.find()) {
                pairs.add(pair.group(1) + "." + pair.group(2));
            }
        }
        return pairs;
    }

    private static String app(Change change) {
        return change.id().substring(0, change.id().indexOf('.'));
    }

    private static Change change(String app, String name) {
        return Change.of(app + "." + name, app + "." + name);
    }

    /**
     * A migration as a file.
     *
     * @param replaces those that it squashes
     */
    private record Script(String app, String name, List<String> replaces) {

        Change change() {
            return Django.change(app, name);
        }

        /** A squashed one counts as applied where all that it replaces are, before it is recorded itself. */
        boolean isDoneBy(Set<String> applied) {
            return !replaces.isEmpty() && !applied.contains(app + "." + name) && applied.containsAll(replaces);
        }
    }
}
