package io.cutovergate.harness.yaml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where <code>${env:NAME}</code>, <code>${file:PATH}</code> and <code>${command:…}</code> get their values from. */
public interface Resolver {

    /** The variable's value; {@code null} when it is not set. */
    @Nullable
    String env(String name);

    /** The file's text, as it stands there. */
    String file(Path path) throws IOException;

    /**
     * What the command printed on its standard output.
     *
     * @param folder where it runs: the folder of the file that names it
     * @return empty when commands are not run
     * @throws IOException with a message for the user when it cannot be started, fails, or exceeds its deadline
     */
    Optional<String> command(List<String> argv, Path folder) throws IOException;

    /** The same, for a plan: commands are left as they are written, and secrets from them stay unresolved. */
    default Resolver withoutCommands() {
        Resolver resolver = this;
        return new Resolver() {
            @Override
            public @Nullable String env(String name) {
                return resolver.env(name);
            }

            @Override
            public String file(Path path) throws IOException {
                return resolver.file(path);
            }

            @Override
            public Optional<String> command(List<String> argv, Path folder) {
                return Optional.empty();
            }
        };
    }
}
