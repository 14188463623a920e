package io.cutovergate.harness.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits a command into words as a POSIX shell does (XCU 2.2, quoting), and does nothing else of what a shell does: no variables, no
 * patterns, no pipes.
 */
final class Words {

    private final String text;
    private final List<String> words = new ArrayList<>();
    private @Nullable StringBuilder word;
    private int at;

    private Words(String text) {
        this.text = text;
    }

    /** The words; an {@link IllegalArgumentException} for a quote that does not end. */
    static List<String> split(String text) {
        Words words = new Words(text);
        words.read();
        return List.copyOf(words.words);
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ', '\t', '\n', '\r' -> endWord();
                case '\'' -> readSingleQuoted();
                case '"' -> readDoubleQuoted();
                case '\\' -> readEscaped();
                default -> current().append(c);
            }
        }
        endWord();
    }

    private void readSingleQuoted() {
        int end = text.indexOf('\'', at);
        if (end < 0) {
            throw new IllegalArgumentException("a ' that does not end");
        }
        current().append(text, at, end);
        at = end + 1;
    }

    private void readDoubleQuoted() {
        StringBuilder current = current();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return;
            }
            boolean escapes = c == '\\' && at < text.length() && "\"\\$`".indexOf(text.charAt(at)) >= 0;
            current.append(escapes ? text.charAt(at++) : c);
        }
        throw new IllegalArgumentException("a \" that does not end");
    }

    private void readEscaped() {
        if (at == text.length()) {
            throw new IllegalArgumentException("a \\ with nothing behind it");
        }
        current().append(text.charAt(at++));
    }

    private StringBuilder current() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void endWord() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }
}
