package io.cutovergate.testbed.process;

import io.cutovergate.testbed.Caches;
import io.cutovergate.testbed.TestbedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The redis-server program that embedded-redis brings. */
final class RedisBinary {
    private RedisBinary() {}

    static Path path() throws IOException {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String name = mac
                ? "redis-server-6.2.6-v5-darwin-" + (arm ? "arm64" : "amd64")
                : arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
        return Unpacked.in(Caches.user(), "of-" + name, directory -> copy(name, directory.resolve("redis-server")))
                .resolve("redis-server");
    }

    private static void copy(String name, Path program) throws IOException {
        try (InputStream in = RedisBinary.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new TestbedException("embedded-redis brings no " + name);
            }
            Files.copy(in, program);
        }
        Unpacked.readable(program, true);
    }
}
