package io.cutovergate.integrity.anonymised.pattern;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of a list, as whole words: one, two or three that follow each other. */
public final class Names implements Finder {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’-]+");
    private static final int LONGEST = 3;

    private final Set<String> names;

    private Names(Set<String> names) {
        this.names = names;
    }

    /** The names of a file, one in a line; {@link Unexamined} where it cannot be read or names nobody. */
    public static Names of(Path file) {
        try {
            Set<String> names = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Names::folded)
                    .collect(Collectors.toUnmodifiableSet());
            if (names.isEmpty()) {
                throw new Unexamined(file + " has no names (integrity.anonymised.names)");
            }
            return new Names(names);
        } catch (IOException e) {
            throw new Unexamined("the names in " + file + " cannot be read (integrity.anonymised.names): " + e, e);
        }
    }

    private static String folded(String name) {
        return name.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    @Override
    public String what() {
        return "listed names";
    }

    @Override
    public Sightings in(String text) {
        Sightings seen = Sightings.NONE;
        String[] last = new String[LONGEST - 1];
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String name = folded(matcher.group());
            String[] phrases = new String[LONGEST];
            phrases[0] = name;
            for (int i = 1; i < LONGEST; i++) {
                phrases[i] = last[i - 1] == null ? "" : last[i - 1] + " " + name;
            }
            for (String phrase : phrases) {
                seen = names.contains(phrase) ? seen.with(false) : seen;
            }
            System.arraycopy(phrases, 0, last, 0, LONGEST - 1);
        }
        return seen;
    }
}
