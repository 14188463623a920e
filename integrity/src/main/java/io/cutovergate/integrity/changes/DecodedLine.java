package io.cutovergate.integrity.changes;

import io.cutovergate.integrity.selection.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one line of PostgreSQL's output plugin {@code test_decoding} (contrib/test_decoding/test_decoding.c), which every
 * cloud has:
 *
 * <pre>{@code
 * table public.users: UPDATE: old-key: id[integer]:1 new-tuple: id[integer]:2 name[text]:'jo'
 * table public.a, public.b: TRUNCATE: (no-flags)
 * }</pre>
 */
final class DecodedLine {

    private final String line;
    private int at;

    private DecodedLine(String line) {
        this.line = line;
    }

    /** The change that the line tells, or nothing for the begin and the end of a transaction. */
    static Optional<Change> parse(String line) {
        return line.startsWith("table ") ? Optional.of(new DecodedLine(line).change()) : Optional.empty();
    }

    private Change change() {
        take("table ");
        List<TableName> tables = new ArrayList<>();
        do {
            String schema = identifier();
            take(".");
            tables.add(new TableName(schema, identifier()));
        } while (taken(", "));
        take(": ");
        if (taken("TRUNCATE:")) {
            return new Change(tables, List.of());
        }
        if (!taken("INSERT:") && !taken("UPDATE:")) {
            take("DELETE:");
        }
        List<Map<String, String>> rows = new ArrayList<>();
        if (taken(" old-key:")) {
            rows.add(row());
            take(" new-tuple:");
        }
        // What no replica identity covers is told without its values, and then nothing is known.
        rows.add(taken(" (no-tuple-data)") ? Map.of() : row());
        return new Change(tables, rows);
    }

    /** Cells up to the end or the next tuple; NULL and what was not logged are left out. */
    private Map<String, String> row() {
        Map<String, String> cells = new HashMap<>();
        while (at < line.length() && !line.startsWith(" new-tuple:", at)) {
            take(" ");
            String column = identifier();
            take("[");
            int end = line.indexOf("]:", at);
            require(end >= 0);
            at = end + 2;
            value().ifPresent(value -> cells.put(column, value));
        }
        return cells;
    }

    private Optional<String> value() {
        if (taken("null") || taken("unchanged-toast-datum")) {
            return Optional.empty();
        }
        if (taken("B'")) {
            at--;
        }
        return Optional.of(line.startsWith("'", at) ? quoted('\'') : word(" "));
    }

    private String identifier() {
        return line.startsWith("\"", at) ? quoted('"') : word(".[:, ");
    }

    /** A text in quotes, in which a quote stands twice. */
    private String quoted(char quote) {
        StringBuilder text = new StringBuilder();
        at++;
        while (true) {
            require(at < line.length());
            char c = line.charAt(at++);
            if (c != quote) {
                text.append(c);
            } else if (at < line.length() && line.charAt(at) == quote) {
                text.append(quote);
                at++;
            } else {
                return text.toString();
            }
        }
    }

    private String word(String ends) {
        int start = at;
        while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(start, at);
    }

    private boolean taken(String text) {
        boolean there = line.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    private void take(String text) {
        require(taken(text));
    }

    private void require(boolean sound) {
        if (!sound) {
            // Without the line: it holds data.
            throw new IllegalArgumentException("unlike test_decoding at character " + at + " of " + line.length());
        }
    }
}
