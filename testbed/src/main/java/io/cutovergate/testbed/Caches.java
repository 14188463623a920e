package io.cutovergate.testbed;

import java.nio.file.Path;

/** Where files stand that outlive one run. */
public final class Caches {
    private Caches() {}

    /** This user's: {@code $XDG_CACHE_HOME/cutover-gate}, by default {@code ~/.cache/cutover-gate}. */
    public static Path user() {
        String base = System.getenv("XDG_CACHE_HOME");
        Path root = base == null || base.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(base);
        return root.resolve("cutover-gate");
    }

    /** One that every user can read, for binaries that root starts as another user. */
    public static Path system() {
        return Path.of("/var/cache/cutover-gate");
    }
}
