package io.cutovergate.reports.statement;

import io.cutovergate.harness.yaml.Resolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement stands as it is written: it takes nothing from the environment, files or commands. */
final class NothingOutside implements Resolver {

    @Override
    public @Nullable String env(String name) {
        return null;
    }

    @Override
    public String file(Path path) throws IOException {
        throw new IOException("a statement takes nothing from other files");
    }

    @Override
    public Optional<String> command(List<String> argv, Path folder) throws IOException {
        throw new IOException("a statement takes nothing from commands");
    }
}
