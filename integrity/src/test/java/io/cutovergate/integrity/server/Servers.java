package io.cutovergate.integrity.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A source and a target, started once for all tests; every test has a database of its own on each. */
public final class Servers implements AutoCloseable {

    private static final Path NEWER = Path.of("target", "newer-postgres.jar");

    private final Path directory;
    private final Server source;
    private final Server target;
    private final AtomicInteger databases;
    private @Nullable Server newer;

    private Servers(Path directory, Server source, Server target, AtomicInteger databases) {
        this.directory = directory;
        this.source = source;
        this.target = target;
        this.databases = databases;
    }

    static Servers start() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(
                "integrity-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path binaries = directory.resolve("postgres");
        Binaries.unpack(binaries);
        return new Servers(
                directory,
                Server.start(binaries, directory.resolve("source")),
                Server.start(binaries, directory.resolve("target")),
                new AtomicInteger());
    }

    /** The same source, and a target of a newer major version, which is started when it is first asked for. */
    public synchronized Servers acrossVersions() {
        Server server = newer;
        if (server == null) {
            try {
                Path binaries = directory.resolve("newer-postgres");
                Binaries.unpack(NEWER, binaries);
                server = Server.start(binaries, directory.resolve("newer"));
            } catch (IOException e) {
                throw new IllegalStateException("the newer server does not start; " + NEWER + " is copied by Maven", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            newer = server;
        }
        return new Servers(directory, source, server, databases);
    }

    public Server source() {
        return source;
    }

    public Server target() {
        return target;
    }

    /** A database on both sides, made by the same statements. */
    public Databases create(String... statements) throws SQLException {
        Databases made = new Databases(this, "test" + databases.incrementAndGet());
        CompletableFuture<Void> onTarget = CompletableFuture.runAsync(() -> target.create(made.name()));
        source.create(made.name());
        onTarget.join();
        made.both(statements);
        return made;
    }

    @Override
    public void close() throws IOException {
        source.close();
        target.close();
        if (newer != null) {
            newer.close();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
