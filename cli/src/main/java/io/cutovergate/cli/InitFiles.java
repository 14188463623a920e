package io.cutovergate.cli;

import io.cutovergate.harness.yaml.Names;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The two files of a new environment, filled from templates. */
final class InitFiles {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final InitAnswers answers;

    InitFiles(InitAnswers answers) {
        this.answers = answers;
    }

    /**
     * Writes both files; neither, where one of them stands.
     *
     * @param keepApplication leave an application file that stands as it is
     * @return the files that were written
     */
    List<Path> write(Path folder, boolean keepApplication) {
        Map<Path, String> texts = new LinkedHashMap<>();
        Path application = folder.resolve(answers.applicationFile());
        if (!keepApplication || !Files.exists(application)) {
            texts.put(application, fill(List.of("application")));
        }
        texts.put(folder.resolve(answers.environmentFile()), fill(environmentParts()));
        for (Path file : texts.keySet()) {
            if (Files.exists(file)) {
                throw new UsageException(file + " exists and is never written over; nothing was written."
                        + (file.equals(application) ? " With --keep-application it is used as it stands." : ""));
            }
        }
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, String> text : texts.entrySet()) {
                Files.writeString(text.getKey(), text.getValue(), StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException e) {
            throw new UsageException("cannot be written: " + e.getMessage());
        }
        return List.copyOf(texts.keySet());
    }

    private List<String> environmentParts() {
        List<String> parts = new ArrayList<>(List.of("environment"));
        if (answers.kind().hasSource()) {
            parts.add("source");
        }
        parts.add("target");
        parts.add(Names.of(answers.kind()));
        return parts;
    }

    private String fill(List<String> parts) {
        String template = parts.stream().map(InitFiles::template).collect(Collectors.joining());
        Map<String, String> values = answers.values();
        return PLACEHOLDER.matcher(template).replaceAll(placeholder -> {
            String name = placeholder.group(1);
            return Matcher.quoteReplacement(quoted(Objects.requireNonNull(values.get(name), name)));
        });
    }

    /** As a YAML scalar that is text whatever it holds, and in which nothing is looked up. */
    private static String quoted(String value) {
        return "'" + value.replace("'", "''").replace("${", "$${") + "'";
    }

    private static String template(String name) {
        String resource = "init/" + name + ".yaml";
        try (InputStream stream = Objects.requireNonNull(InitFiles.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
