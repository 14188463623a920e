package io.cutovergate.integrity.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A PostgreSQL server on a free port of loopback. */
public final class Server implements AutoCloseable {

    private static final String NOBODY = "65534";

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one in a directory that anybody may enter. */
    static Server start(Path binaries, Path data) throws IOException, InterruptedException {
        List<String> account = account(data);
        run(
                account,
                binaries.resolve("bin/initdb"),
                "-D",
                data,
                "-U",
                "postgres",
                "--auth=trust",
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C");
        int port = freePort();
        Process process = builder(
                        account,
                        binaries.resolve("bin/postgres"),
                        "-D",
                        data,
                        "-p",
                        port,
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off",
                        "-c",
                        "shared_buffers=32MB",
                        "-c",
                        "jit=off",
                        "-c",
                        "wal_level=logical",
                        "-c",
                        "wal_retrieve_retry_interval=200ms")
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile())
                .start();
        Server server = new Server(process, port);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        Awaitility.await("PostgreSQL in " + data)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(() -> {
                    server.connect("postgres").close();
                    return true;
                });
        return server;
    }

    public String url(String database) {
        return "postgresql://postgres@127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url(database).replace("postgres@", "") + "?user=postgres");
    }

    /** Makes an empty database. */
    void create(String database) {
        try {
            execute("postgres", "create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + database, e);
        }
    }

    /** Runs statements, each committed by itself. */
    public void execute(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Ends it at once, its own processes first, so that no file changes any more. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        try {
            // SIGTERM would wait for clients, SIGKILL leave the server's own processes behind.
            builder(List.of(), "kill", "-QUIT", process.pid()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process.onExit().join();
    }

    /** The server refuses to be root's. */
    private static List<String> account(Path data) throws IOException {
        Files.createDirectory(data);
        if ((int) Files.getAttribute(data, "unix:uid") != 0) {
            return List.of();
        }
        Files.setAttribute(data, "unix:uid", Integer.valueOf(NOBODY));
        return List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    }

    private static void run(List<String> account, Object... program) throws IOException, InterruptedException {
        Process process = builder(account, program).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program[0] + " failed:\n" + output);
        }
    }

    private static ProcessBuilder builder(List<String> account, Object... program) {
        List<String> command = new ArrayList<>(account);
        for (Object word : program) {
            command.add(word.toString());
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
