package io.cutovergate.testbed;

import java.nio.file.Path;
import java.util.Optional;

/** Where files stand that outlive one run. */
public final class Caches {
    private Caches() {}

    /** This user's: {@code $XDG_CACHE_HOME/cutover-gate}, by default {@code ~/.cache/cutover-gate}. */
    public static Path user() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(base -> !base.isEmpty())
                .map(Path::of)
                .orElseGet(() -> Path.of(home(), ".cache"))
                .resolve("cutover-gate");
    }

    private static String home() {
        return Optional.ofNullable(System.getenv("HOME"))
                .filter(home -> !home.isEmpty())
                .orElseGet(() -> System.getProperty("user.home"));
    }

    /** One that every user can read, for binaries that root starts as another user. */
    public static Path system() {
        return Path.of("/var/cache/cutover-gate");
    }
}
