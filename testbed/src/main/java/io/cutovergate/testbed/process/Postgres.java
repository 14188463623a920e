package io.cutovergate.testbed.process;

import io.cutovergate.testbed.TestbedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of its own: cluster, settings and process.
 *
 * @param address where it listens
 * @param password of the superuser {@code postgres}
 * @param base a directory of ours that its account can enter
 * @param name of its own directory in that
 * @param log what it prints
 * @param pidFile where its process id stands
 */
public record Postgres(String address, int port, String password, Path base, String name, Path log, Path pidFile) {
    /** Ends the server at once without a checkpoint, and frees its shared memory (postgres(1), "Notes"). */
    private static final String IMMEDIATE_SHUTDOWN = "QUIT";

    /** Where cannot be left what power can take away, durability costs time only. */
    private static final List<String> SETTINGS = List.of(
            "wal_level=logical",
            "fsync=off",
            "full_page_writes=off",
            "max_wal_size=512MB",
            "shared_buffers=32MB",
            "max_connections=120",
            "unix_socket_directories=",
            "log_line_prefix=%m [%p] %q%a ",
            "timezone=UTC",
            "max_replication_slots=4",
            "max_wal_senders=4",
            "wal_receiver_timeout=5s",
            "wal_retrieve_retry_interval=200ms",
            "jit=off");

    /** Makes the cluster; the server is not started yet. */
    public void create() throws IOException {
        Path home = Files.createDirectory(home());
        Account account = Account.forOwnerOf(base);
        Path secret = home.resolve("password");
        Files.writeString(secret, password);
        account.own(secret);
        account.own(home);
        run(
                account,
                List.of(
                        program(account, "initdb"),
                        "--pgdata=" + data(),
                        "--username=postgres",
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync",
                        "--no-instructions"));
        Files.delete(secret);
        Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.0/8 scram-sha-256\n");
    }

    /** Starts the server on a leash. */
    public Child start() throws IOException {
        Account account = Account.forOwnerOf(base);
        List<String> server = new ArrayList<>(List.of(program(account, "postgres"), "-D", data().toString()));
        Stream.concat(SETTINGS.stream(), Stream.of("listen_addresses=" + address, "port=" + port))
                .forEach(setting -> server.addAll(List.of("-c", setting)));
        Leash leash = Leash.of(home(), IMMEDIATE_SHUTDOWN, account.prefix(), server);
        return Child.leashed(leash.builder(log), IMMEDIATE_SHUTDOWN, pidFile);
    }

    private Path home() {
        return base.resolve(name);
    }

    private Path data() {
        return home().resolve("data");
    }

    private static String program(Account account, String name) throws IOException {
        return PostgresBinaries.in(account.cache()).resolve("bin").resolve(name).toString();
    }

    private static void run(Account account, List<String> program) throws IOException {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(program);
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new TestbedException(String.join(" ", command) + " failed:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
