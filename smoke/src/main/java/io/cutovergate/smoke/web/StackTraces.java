package io.cutovergate.smoke.web;

import java.util.List;
import java.util.regex.Pattern;

/** Lines by which the stack traces of the common languages are known, also where a JSON text holds them. */
final class StackTraces {

    private static final List<Pattern> LINES = List.of(
            // Java, Kotlin, Scala
            Pattern.compile(
                    "\\bat [\\w.$/@-]+\\.[\\w$<>]+\\((?:[\\w$-]+\\.(?:java|kt|scala|groovy)(?::\\d+)?|Native Method)\\)"),
            // Python
            Pattern.compile("Traceback \\(most recent call last\\)|File \\\\?\"[^\"]+\\.py\\\\?\", line \\d+"),
            // JavaScript
            Pattern.compile("\\bat (?:[\\w.<>\\[\\] ]+ \\()?(?:file://|node:|/|[A-Z]:\\\\)[^\\s()]+:\\d+:\\d+\\)?"),
            // .NET
            Pattern.compile("\\bat [\\w.`<>]+\\([^)]*\\) in [^\\n]+:line \\d+"),
            // PHP
            Pattern.compile("#\\d+ [^\\n]+\\.php(?:\\(\\d+\\))?:"),
            // Ruby
            Pattern.compile("\\.rb:\\d+:in [`']"),
            // Go
            Pattern.compile("goroutine \\d+ \\[[\\w ,]+\\]:"));

    private StackTraces() {}

    static boolean isIn(String text) {
        return LINES.stream().anyMatch(line -> line.matcher(text).find());
    }
}
