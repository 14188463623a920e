package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Binder;
import io.cutovergate.harness.yaml.Bound;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Resolver;
import io.cutovergate.harness.yaml.Secrets;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The environment file and the application file that it names, read together so that the mistakes of both are told at
 * once.
 */
public record MigrationFiles(
        Bound<EnvironmentFile> environment, @Nullable Bound<ApplicationFile> application, Secrets secrets) {

    /**
     * Reads both files and looks up every name that one part uses of another.
     *
     * @param file the environment file as the user gave it
     * @param problems gets every mistake; where there is one, {@link #migration()} must not be asked for
     */
    public static MigrationFiles read(Path file, Resolver resolver, Problems problems) {
        Secrets secrets = new Secrets();
        Bound<EnvironmentFile> environment = Binder.bind(file, EnvironmentFile.class, resolver, secrets, problems);
        Bound<ApplicationFile> application = applicationPath(environment)
                .map(path -> Binder.bind(path, ApplicationFile.class, resolver, secrets, problems))
                .orElse(null);
        MigrationFiles files = new MigrationFiles(environment, application, secrets);
        if (application != null && environment.isValid() && application.isValid()) {
            new References(environment, application, problems).check();
        }
        return files;
    }

    /** The migration that the files describe; only when they have no problems. */
    public Migration migration() {
        if (application == null) {
            throw new IllegalStateException("the files have problems; look at them first");
        }
        return new Migration(environment.value(), application.value(), environment.file(), secrets);
    }

    /** Known also when the rest of the environment file is faulty. */
    private static Optional<Path> applicationPath(Bound<EnvironmentFile> environment) {
        return environment.text("application").map(text -> {
            Path path = Path.of(text);
            Path folder = environment.file().getParent();
            return path.isAbsolute() || folder == null ? path : folder.resolve(path);
        });
    }
}
