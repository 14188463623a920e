package io.cutovergate.bench;

import io.cutovergate.testbed.process.Child;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Ports;
import io.cutovergate.testbed.process.Postgres;
import io.cutovergate.testbed.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A source and a target: two PostgreSQL servers of this machine, and the processor time that they use. */
final class Cluster implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";

    private record Server(Child process, Database database) {}

    private final Path folder;
    private final List<Server> servers;

    private Cluster(Path folder, List<Server> servers) {
        this.folder = folder;
        this.servers = servers;
    }

    static Cluster start() throws IOException {
        Path folder = Files.createTempDirectory(
                "cutover-gate-bench-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Ports ports = new Ports();
        return new Cluster(folder, List.of(start(folder, "source", ports), start(folder, "target", ports)));
    }

    private static Server start(Path folder, String name, Ports ports) throws IOException {
        Postgres postgres = new Postgres(
                ADDRESS,
                ports.free(ADDRESS),
                UUID.randomUUID().toString(),
                folder,
                name,
                folder.resolve(name + ".log"),
                folder.resolve(name + ".pid"));
        postgres.create();
        Child process = postgres.start();
        Database database = new Database(ADDRESS, postgres.port(), "postgres", "postgres", postgres.password());
        database.await(Duration.ofSeconds(30));
        return new Server(process, database);
    }

    Database source() {
        return servers.get(0).database();
    }

    Database target() {
        return servers.get(1).database();
    }

    /** Does the same on both at the same time. */
    void both(Consumer<Database> work) {
        CompletableFuture<Void> onTarget = CompletableFuture.runAsync(() -> work.accept(target()));
        work.accept(source());
        onTarget.join();
    }

    /** Processor seconds of the servers' processes that have ended; a connection's process ends with it. */
    double seconds() {
        return servers.stream()
                .mapToDouble(
                        server -> Processes.ofEndedChildren(server.process().pid()))
                .sum();
    }

    @Override
    public void close() throws IOException {
        for (Server server : servers) {
            server.process().release();
            server.process().await();
        }
        try (Stream<Path> left = Files.list(folder)) {
            if (left.findAny().isPresent()) {
                Trees.delete(folder);
            }
        }
    }
}
