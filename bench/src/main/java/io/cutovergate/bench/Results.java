package io.cutovergate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a measurement has seen: ratios, every run, and what was wrong besides. */
final class Results {

    private final List<Ratio> ratios = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Object> raw = new LinkedHashMap<>();

    void add(Ratio ratio) {
        ratios.add(ratio);
    }

    void wrong(String what) {
        wrong.add(what);
    }

    void raw(String name, Object runs) {
        raw.put(name, runs);
    }

    /**
     * Writes them and tells them; whether everything held.
     *
     * @param to what the ratios are to, for example {@code the floor}
     */
    boolean write(Path file, String commit, String to) throws IOException {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("commit", commit);
        results.put("at", Instant.now().toString());
        results.put("processors", Runtime.getRuntime().availableProcessors());
        Map<String, Double> medians = new LinkedHashMap<>();
        ratios.forEach(ratio -> medians.put(ratio.name(), Math.round(ratio.median() * 1000) / 1000.0));
        results.put("median ratios to " + to, medians);
        results.put("wrong", wrong);
        results.put("runs", raw);
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), results);
        ratios.forEach(ratio -> say(ratio.toString()));
        wrong.forEach(what -> say("✘ " + what));
        boolean held = wrong.isEmpty() && ratios.stream().allMatch(Ratio::holds);
        say((held ? "held" : "NOT HELD") + "; raw results in " + file);
        return held;
    }

    static void say(String line) {
        System.out.printf(Locale.ROOT, "%s%n", line);
    }
}
