package io.cutovergate.harness.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces <code>${env:NAME}</code>, <code>${file:PATH}</code> and <code>${command:…}</code> in one text; <code>$${</code> stands for
 * <code>${</code>.
 */
final class Interpolation {

    private static final String KINDS = "${env:NAME}, ${file:PATH} or ${command:…}";

    private final Path folder;
    private final Resolver resolver;
    private final StringBuilder text = new StringBuilder();
    private final List<String> plain = new ArrayList<>();
    private final List<String> secret = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private boolean isComplete = true;

    private Interpolation(Path folder, Resolver resolver) {
        this.folder = folder;
        this.resolver = resolver;
    }

    /**
     * What became of a text.
     *
     * @param plain values that may be shown
     * @param secret values that must not be: of files, of commands, and of variables that are secrets by their name
     * @param isComplete false when a command was left as it is written
     * @param errors what could not be resolved, for the user
     */
    record Result(
            String written,
            String text,
            List<String> plain,
            List<String> secret,
            boolean isComplete,
            List<String> errors) {

        boolean isLiteral() {
            return isComplete && errors.isEmpty() && plain.isEmpty() && secret.isEmpty();
        }
    }

    static Result of(String written, Path folder, Resolver resolver) {
        if (!written.contains("${")) {
            return new Result(written, written, List.of(), List.of(), true, List.of());
        }
        Interpolation run = new Interpolation(folder, resolver);
        run.read(written);
        return new Result(written, run.text.toString(), run.plain, run.secret, run.isComplete, run.errors);
    }

    private void read(String written) {
        int at = 0;
        for (int open = written.indexOf("${"); open >= 0; open = written.indexOf("${", at)) {
            if (open > at && written.charAt(open - 1) == '$') {
                text.append(written, at, open - 1).append("${");
                at = open + 2;
                continue;
            }
            int close = closing(written, open + 2);
            if (close < 0) {
                errors.add("${ without its }; write $${ where the text ${ is meant");
                return;
            }
            text.append(written, at, open);
            String value = value(written.substring(open + 2, close));
            text.append(value == null ? written.substring(open, close + 1) : value);
            at = close + 1;
        }
        text.append(written, at, written.length());
    }

    /** The brace that closes: a command may hold pairs of them. */
    private static int closing(String written, int from) {
        int depth = 1;
        for (int i = from; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable String value(String reference) {
        int colon = reference.indexOf(':');
        String kind = colon < 0 ? "" : reference.substring(0, colon);
        String subject = reference.substring(colon + 1).strip();
        if (subject.isEmpty()) {
            kind = "";
        }
        return switch (kind) {
            case "env" -> env(subject);
            case "file" -> file(subject);
            case "command" -> command(subject);
            default ->
                fail("cannot resolve ${" + reference + "}; write " + KINDS + ", or $${ where the text ${ is meant");
        };
    }

    private @Nullable String env(String name) {
        String value = resolver.env(name);
        if (value == null) {
            return fail("environment variable " + name + " is not set");
        }
        (SecretNames.isSecret(name) ? secret : plain).add(value);
        return value;
    }

    private @Nullable String file(String name) {
        try {
            String value = withoutNewline(resolver.file(folder.resolve(name)));
            secret.add(value);
            return value;
        } catch (IOException e) {
            return fail("file " + folder.resolve(name) + " cannot be read: " + reason(e));
        }
    }

    private @Nullable String command(String line) {
        try {
            List<String> argv = Words.split(line);
            Optional<String> value = resolver.command(argv, folder).map(String::strip);
            value.ifPresentOrElse(secret::add, () -> isComplete = false);
            return value.orElse(null);
        } catch (IllegalArgumentException | IOException e) {
            return fail("command \"" + line + "\": " + e.getMessage());
        }
    }

    private @Nullable String fail(String message) {
        errors.add(message);
        return null;
    }

    private static String withoutNewline(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** The JDK's exceptions for files carry the path as their message and the reason in their type. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof CharacterCodingException) {
            return "not UTF-8";
        }
        return String.valueOf(e.getMessage());
    }
}
