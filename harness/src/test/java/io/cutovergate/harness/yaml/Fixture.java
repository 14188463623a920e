package io.cutovergate.harness.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Binds a text as the file {@code f.yaml} of a folder, with variables, files and commands that the test made up. */
final class Fixture implements Resolver {

    final Path folder;
    final Map<String, String> env = new HashMap<>();
    final Map<String, String> files = new HashMap<>();
    final Map<List<String>, String> commands = new HashMap<>();
    final Secrets secrets = new Secrets();
    final Problems problems = new Problems();
    Resolver resolver = this;

    Fixture(Path folder) {
        this.folder = folder;
    }

    <T extends Record> Bound<T> bind(Class<T> type, String yaml) {
        try {
            return Binder.bind(Files.writeString(folder.resolve("f.yaml"), yaml), type, resolver, secrets, problems);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problems of the text, one a line, without the path of the folder. */
    <T extends Record> String problemsOf(Class<T> type, String yaml) {
        Bound<T> bound = bind(type, yaml);
        if (bound.isValid() != problems.isEmpty()) {
            throw new AssertionError("a file without a record has problems, and one with a record has none");
        }
        return problems.toString().replace(folder + "/", "");
    }

    @Override
    public @Nullable String env(String name) {
        return env.get(name);
    }

    @Override
    public String file(Path path) throws IOException {
        String text = files.get(folder.relativize(path).toString());
        if (text == null) {
            throw new java.nio.file.NoSuchFileException(path.toString());
        }
        return text;
    }

    @Override
    public Optional<String> command(List<String> argv, Path where) throws IOException {
        String output = commands.get(argv);
        if (output == null) {
            throw new IOException("exit status 1: no account");
        }
        return Optional.of(output);
    }
}
