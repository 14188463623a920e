package io.cutovergate.testbed.process;

import io.cutovergate.testbed.Caches;
import io.cutovergate.testbed.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The user that PostgreSQL runs as: this one, or {@code nobody} when this one is root, whom the server refuses.
 *
 * @param other whether it is another than this process's
 */
record Account(boolean other) {
    private static final int NOBODY = 65534;

    /** The account for the owner of a directory that this process created. */
    static Account forOwnerOf(Path directory) throws IOException {
        boolean root = (int) Files.getAttribute(directory, "unix:uid") == 0;
        if (root && !Leash.onPath("setpriv")) {
            throw new TestbedException("PostgreSQL does not run as root, and there is no setpriv (util-linux) to run it"
                    + " as another user: install it, or start the testbed as an ordinary user");
        }
        return new Account(root);
    }

    /** What a command starts with to run as this account. */
    List<String> prefix() {
        return other ? List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups") : List.of();
    }

    /** A cache that this account can read. */
    Path cache() {
        return other ? Caches.system() : Caches.user();
    }

    /** Gives it a file of ours. */
    void own(Path file) throws IOException {
        if (other) {
            Files.setAttribute(file, "unix:gid", NOBODY);
            Files.setAttribute(file, "unix:uid", NOBODY);
        }
    }
}
