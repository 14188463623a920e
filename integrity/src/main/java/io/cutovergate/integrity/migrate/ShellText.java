package io.cutovergate.integrity.migrate;

import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The text of a shell script, read as far as it takes to find its pipes: quotes, comments, here-documents and the
 * patterns of {@code case} are known, nothing else of the language is.
 */
record ShellText(String text) {

    private static final Pattern PIPEFAIL = Pattern.compile("(?m)^[^#\\n]*\\bset\\s[^#\\n]*-[A-Za-z]*o\\s+pipefail\\b");
    private static final Pattern HERE_DOCUMENT =
            Pattern.compile("(?ms)(?<=<<|<<-)[ \\t]*(['\"]?)(\\w+)\\1[^\\n]*\\n(.*?)^\\t*\\2$");
    private static final Pattern CASE_PATTERN =
            Pattern.compile("(?m)^\\s*\\(?([^\\s()|;&$`]+(?:\\|[^\\s()|;&$`]+)+)\\)");

    /** The first pipe before which {@code pipefail} is not set, as its line; empty where there is none. */
    OptionalInt unguardedPipe() {
        String code = blanked(blanked(text, HERE_DOCUMENT), CASE_PATTERN);
        int pipe = pipe(code);
        if (pipe < 0) {
            return OptionalInt.empty();
        }
        boolean guarded =
                PIPEFAIL.matcher(code).results().mapToInt(MatchResult::start).anyMatch(at -> at < pipe);
        return guarded
                ? OptionalInt.empty()
                : OptionalInt.of(1
                        + (int) code.substring(0, pipe)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    /** Without what the last group of the pattern matches, line by line as long as before. */
    private static String blanked(String text, Pattern pattern) {
        StringBuilder blanked = new StringBuilder(text);
        pattern.matcher(text).results().forEach(found -> {
            for (int i = found.start(found.groupCount()); i < found.end(found.groupCount()); i++) {
                if (text.charAt(i) != '\n') {
                    blanked.setCharAt(i, ' ');
                }
            }
        });
        return blanked.toString();
    }

    private static int pipe(String code) {
        boolean quoted = false;
        int substituted = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '\'' && (!quoted || substituted > 0)) {
                i = end(code, '\'', i);
            } else if (c == '#' && !quoted && (i == 0 || Character.isWhitespace(code.charAt(i - 1)))) {
                i = end(code, '\n', i);
            } else if (quoted && (c == '`' || code.startsWith("$(", i))) {
                // What is substituted inside quotes is code again; that it ends is not followed.
                substituted++;
            } else if (c == '|' && code.startsWith("||", i)) {
                i++;
            } else if (c == '|' && (!quoted || substituted > 0) && (i == 0 || code.charAt(i - 1) != '>')) {
                return i;
            }
            if (!quoted && c == '\n') {
                substituted = 0;
            }
        }
        return -1;
    }

    private static int end(String code, char closing, int from) {
        int end = code.indexOf(closing, from + 1);
        return end < 0 ? code.length() : end;
    }
}
