package io.cutovergate.reports.statement;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One entry of a list, as YAML text. */
final class EntryText {

    private final List<String> lines = new ArrayList<>();

    /** A value that YAML needs no quotes for: an id, a date. */
    EntryText plain(String key, Object value) {
        lines.add(key + ": " + value);
        return this;
    }

    EntryText text(String key, String value) {
        return plain(key, quote(value));
    }

    EntryText map(String key, Map<String, String> values) {
        return plain(
                key,
                values.entrySet().stream()
                        .map(entry -> quote(entry.getKey()) + ": " + quote(entry.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }")));
    }

    /** @param indent blanks before the dash */
    String lines(String indent) {
        return lines.stream().collect(Collectors.joining("\n" + indent + "  ", indent + "- ", "\n"));
    }

    /** A JSON string is a YAML one; <code>${</code> would be looked up when the file is read. */
    private static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text.replace("${", "$${"))) + '"';
    }
}
