package io.cutovergate.testbed.process;

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

/** A source and a target without an application: two PostgreSQL servers of this machine, for measurements and tests. */
public final class TwoServers implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";

    private record Server(Child process, Database database) {}

    private final Path folder;
    private final List<Server> servers;

    private TwoServers(Path folder, List<Server> servers) {
        this.folder = folder;
        this.servers = servers;
    }

    /** Starts both, each with the empty database {@code postgres}. */
    public static TwoServers start() throws IOException {
        Path folder = Files.createTempDirectory(
                "cutover-gate-two-",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Ports ports = new Ports();
        return new TwoServers(folder, List.of(start(folder, "source", ports), start(folder, "target", ports)));
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

    public Database source() {
        return servers.get(0).database();
    }

    public Database target() {
        return servers.get(1).database();
    }

    /** Does the same on both at the same time. */
    public void both(Consumer<Database> work) {
        CompletableFuture<Void> onTarget = CompletableFuture.runAsync(() -> work.accept(target()));
        work.accept(source());
        onTarget.join();
    }

    /** Process ids, the source's first. */
    public List<Long> pids() {
        return servers.stream().map(server -> server.process().pid()).toList();
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
