package io.cutovergate.testbed.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A cache: redis-server with a password, in memory only.
 *
 * @param home its working directory, which disappears with it
 */
public record Redis(String address, int port, String password, Path home, Path log, Path pidFile) {

    /** Starts it on a leash. */
    public Child start() throws IOException {
        Files.createDirectories(home);
        List<String> server = List.of(
                RedisBinary.path().toString(),
                "--bind",
                address,
                "--port",
                Integer.toString(port),
                "--requirepass",
                password,
                "--dir",
                home.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "64mb",
                "--maxmemory-policy",
                "allkeys-lru");
        Leash leash = Leash.of(home, "KILL", List.of(), server);
        return Child.leashed(leash.builder(log), "KILL", pidFile);
    }
}
