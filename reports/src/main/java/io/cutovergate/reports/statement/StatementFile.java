package io.cutovergate.reports.statement;

import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.yaml.Binder;
import io.cutovergate.harness.yaml.Bound;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file with one list of statements, which people and commands write. */
final class StatementFile {

    private StatementFile() {}

    static void requireFormat(int format) {
        if (format != 1) {
            throw new IllegalArgumentException("format is " + format + "; this version reads format 1");
        }
    }

    /** Reads the list; each entry that {@code objection} speaks against is a problem at its place. */
    static <F extends Record, E> List<E> read(
            @Nullable Path file,
            String key,
            Class<F> type,
            Function<F, List<E>> list,
            Function<E, Optional<String>> objection,
            Secrets secrets,
            Problems problems) {
        if (file == null || Files.notExists(file)) {
            return List.of();
        }
        Bound<F> bound = Binder.bind(file, type, new NothingOutside(), secrets, problems);
        if (!bound.isValid()) {
            return List.of();
        }
        List<E> entries = list.apply(bound.value());
        for (int i = 0; i < entries.size(); i++) {
            String place = key + "[" + i + "].item";
            objection.apply(entries.get(i)).ifPresent(text -> problems.at(bound, place, text));
        }
        return entries;
    }

    /** What speaks against a statement about the item of that id. */
    static Optional<String> item(
            String id, List<ChecklistItem> items, Function<ChecklistItem, Optional<String>> objection) {
        return items.stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .map(item -> objection.apply(item).map(text -> id + " " + text))
                .orElseGet(() -> Optional.of("there is no item " + id));
    }

    /** Writes the longer text beside the file, reads it back, and renames it if it says what it should. */
    static <F extends Record, E> void append(
            Path file, String key, EntryText entry, Class<F> type, Function<F, List<E>> list, E added)
            throws IOException {
        Path absolute = file.toAbsolutePath();
        Path longer = absolute.resolveSibling(absolute.getFileName() + ".new");
        boolean exists = Files.exists(absolute);
        List<E> expected = new ArrayList<>(exists ? readAlone(absolute, type, list) : List.of());
        expected.add(added);
        Files.createDirectories(absolute.resolveSibling("."));
        Files.writeString(longer, appended(exists ? Files.readString(absolute) : "format: 1\n", key, entry));
        try {
            if (!isReadAs(expected, longer, type, list)) {
                throw new IOException(file + " is written in a form that nothing can be added to: its list " + key
                        + " must be the last key, one dash a line. Add this yourself:\n" + entry.lines("  "));
            }
            Files.move(longer, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(longer);
        }
    }

    private static String appended(String text, String key, EntryText entry) {
        String ended = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        String opened = ended.replaceFirst("(?m)^" + key + ": *\\[ *] *$", key + ":");
        boolean hasKey = Pattern.compile("(?m)^" + key + ":").matcher(opened).find();
        Matcher dash = Pattern.compile("(?m)^( *)- ").matcher(opened);
        return opened + (hasKey ? "" : key + ":\n") + entry.lines(dash.find() ? dash.group(1) : "  ");
    }

    private static <F extends Record, E> List<E> readAlone(Path file, Class<F> type, Function<F, List<E>> list)
            throws IOException {
        Problems problems = new Problems();
        Bound<F> bound = Binder.bind(file, type, new NothingOutside(), new Secrets(), problems);
        if (!problems.isEmpty()) {
            throw new IOException(problems.toString());
        }
        return list.apply(bound.value());
    }

    private static <F extends Record, E> boolean isReadAs(
            List<E> expected, Path file, Class<F> type, Function<F, List<E>> list) {
        Bound<F> bound = Binder.bind(file, type, new NothingOutside(), new Secrets(), new Problems());
        return bound.isValid() && list.apply(bound.value()).equals(expected);
    }
}
