package io.cutovergate.smoke.migration;

import io.cutovergate.probe.sql.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Alembic: the table {@code alembic_version}, a row for each head that the database stands at; files with
 * {@code revision} and {@code down_revision}, which is their only order (Alembic documentation, "Tutorial", "Working
 * with Branches"). It knows no failed ones and no lock.
 */
final class Alembic implements MigrationTool {

    private static final Pattern FILE = Pattern.compile(".+\\.py");
    private static final Pattern REVISION =
            Pattern.compile("^revision\\b[^=\\n]*=\\s*[\"']([^\"']+)[\"']", Pattern.MULTILINE);
    private static final Pattern DOWN = Pattern.compile(
            "^down_revision\\b[^=\\n]*=\\s*(None|[\"'][^\"']+[\"']|\\([^)]*\\)|\\[[^]]*])", Pattern.MULTILINE);
    private static final Pattern QUOTED = Pattern.compile("[\"']([^\"']+)[\"']");

    @Override
    public History history(Reading reading, String schema) {
        HistoryTable table = HistoryTable.find(reading, schema, Shape.ALEMBIC);
        List<Change> heads = reading.rows(
                "Alembic's heads",
                "select version_num from " + table.quoted() + " order by 1",
                row -> Change.of(row.getString(1), row.getString(1)));
        return new History(this, table.toString(), heads, List.of(), List.of());
    }

    /** The heads of the files. */
    @Override
    public List<Change> expected(Path directory, History history) {
        Map<String, Script> scripts = scripts(directory);
        Set<String> below = new LinkedHashSet<>();
        scripts.values().forEach(script -> below.addAll(script.down()));
        return scripts.values().stream()
                .filter(script -> !below.contains(script.revision()))
                .map(script -> Change.of(script.revision(), script.title()))
                .toList();
    }

    /** Names every revision between the database's heads and the files', not the heads alone. */
    @Override
    public Drift against(Path directory, History history) {
        Map<String, Script> scripts = scripts(directory);
        Set<String> done = new LinkedHashSet<>();
        history.applied().forEach(head -> collect(head.id(), scripts, done));
        Set<String> wanted = new LinkedHashSet<>();
        expected(directory, history).forEach(head -> collect(head.id(), scripts, wanted));
        return new Drift(
                wanted.size(),
                wanted.stream()
                        .filter(revision -> !done.contains(revision))
                        .flatMap(revision -> Stream.ofNullable(scripts.get(revision)))
                        .map(Script::title)
                        .toList(),
                history.applied().stream()
                        .filter(head -> !scripts.containsKey(head.id()))
                        .map(Change::title)
                        .toList(),
                List.of());
    }

    /** A revision and all below it, the lowest first. */
    private static void collect(String revision, Map<String, Script> scripts, Set<String> into) {
        Script script = scripts.get(revision);
        if (script != null && !into.contains(revision)) {
            script.down().forEach(down -> collect(down, scripts, into));
            into.add(revision);
        }
    }

    private static Map<String, Script> scripts(Path directory) {
        Map<String, Script> scripts = new LinkedHashMap<>();
        for (MigrationFolder.Named file : new MigrationFolder(directory).files(FILE)) {
            String text = MigrationFolder.text(file.file());
            Matcher revision = REVISION.matcher(text);
            if (revision.find()) {
                String name = String.valueOf(file.file().getFileName());
                scripts.put(revision.group(1), new Script(revision.group(1), down(text), name));
            }
        }
        return scripts;
    }

    private static List<String> down(String text) {
        List<String> down = new ArrayList<>();
        Matcher line = DOWN.matcher(text);
        if (line.find()) {
            Matcher quoted = QUOTED.matcher(line.group(1));
            while (quoted.find()) {
                down.add(quoted.group(1));
            }
        }
        return down;
    }

    /**
     * A migration as a file.
     *
     * @param down the revisions that it follows: none for the first, more than one for a merge
     */
    private record Script(String revision, List<String> down, String file) {

        String title() {
            return revision + " (" + file + ")";
        }
    }
}
