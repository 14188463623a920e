package io.cutovergate.integrity.migrate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * A pipe of a shell, whose status is that of its last stage: {@code pg_dump … | psql} ends with 0 when pg_dump has failed.
 *
 * @param where where it stands, as a message says it
 */
public record HiddenFailure(String where) {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");
    private static final Pattern SHEBANG =
            Pattern.compile("^#!\\s*\\S*?/(?:env\\s+(?:-S\\s+)?)?(?:sh|bash|dash|ash|ksh|zsh)\\b([^\\n]*)");
    private static final int SCRIPT = 1 << 20;

    /**
     * Looks at what the arguments give to the first shell among them, or else at the first script of a shell: at that one text,
     * and not at what it calls.
     *
     * @param folder where the command runs
     */
    public static Optional<HiddenFailure> of(List<String> arguments, Path folder) {
        for (int i = 0; i < arguments.size(); i++) {
            if (SHELLS.contains(arguments.get(i).replaceAll(".*/", ""))) {
                return ofShell(arguments.subList(i, arguments.size()), folder);
            }
            Optional<String> script = script(arguments.get(i), folder)
                    .filter(text -> SHEBANG.matcher(text).find());
            if (script.isPresent()) {
                return ofScript(arguments.get(i), script.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<HiddenFailure> ofShell(List<String> arguments, Path folder) {
        String shell = arguments.get(0);
        boolean command = false;
        for (int i = 1; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.matches("[-+][A-Za-z]*o")) {
                if (word.startsWith("-")
                        && i + 1 < arguments.size()
                        && arguments.get(i + 1).equals("pipefail")) {
                    return Optional.empty();
                }
                command |= word.startsWith("-") && word.contains("c");
                i++;
            } else if (word.matches("-[A-Za-z]+")) {
                command |= word.contains("c");
            } else if (!word.startsWith("-")) {
                return command
                        ? pipe(word, line -> "the command that " + shell + " -c is given")
                        : script(word, folder).flatMap(text -> ofScript(word, text));
            }
        }
        return Optional.empty();
    }

    private static Optional<HiddenFailure> ofScript(String name, String text) {
        var shebang = SHEBANG.matcher(text);
        if (shebang.find() && shebang.group(1).contains("pipefail")) {
            return Optional.empty();
        }
        return pipe(text, line -> "line " + line + " of the script " + name);
    }

    private static Optional<HiddenFailure> pipe(String text, IntFunction<String> where) {
        OptionalInt line = new ShellText(text).unguardedPipe();
        return line.isPresent() ? Optional.of(new HiddenFailure(where.apply(line.getAsInt()))) : Optional.empty();
    }

    /** Its text, where the word names a file that may be a script. */
    private static Optional<String> script(String word, Path folder) {
        try {
            Path file = folder.resolve(word);
            if (!Files.isRegularFile(file) || Files.size(file) > SCRIPT) {
                return Optional.empty();
            }
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException | InvalidPathException e) {
            // Whether it can be run is seen when it is run.
            return Optional.empty();
        }
    }
}
