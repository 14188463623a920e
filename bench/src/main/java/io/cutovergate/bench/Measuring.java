package io.cutovergate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.TwoServers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.postgresql.PGConnection;

/** Runs the floor, the peers and the command, and looks at what each used. */
final class Measuring {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final TwoServers cluster;

    Measuring(Path home, TwoServers cluster) {
        this.home = home;
        this.cluster = cluster;
    }

    /** What the command printed, line by line, and what it used. */
    record Compared(Run run, int exitStatus, List<JsonNode> lines) {

        /** Kind and key of every difference that it named, sorted. */
        List<String> differences() {
            return lines.stream()
                    .filter(line -> line.has("kind"))
                    .map(line -> line.get("kind").asText() + " " + line.get("key"))
                    .sorted()
                    .toList();
        }
    }

    /** A query on both servers at once. */
    Run floor(Dataset dataset) {
        return measure(() -> cluster.both(database -> database.query(dataset.floor())));
    }

    /** {@code COPY … TO STDOUT} of both sides into a checksum. */
    Run copyAndChecksum(Dataset dataset) {
        return measure(() -> cluster.both(database -> copy(database, dataset.table())));
    }

    private static void copy(Database database, String table) {
        CheckedOutputStream checksum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
        try (Connection connection =
                DriverManager.getConnection(database.jdbc(), database.user(), database.password())) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy " + table + " to stdout (format binary)", checksum);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The command, as its users start it. */
    Compared compare(Dataset dataset) {
        double servers = serverSeconds();
        double client = Processes.ofEndedChildren(ProcessHandle.current().pid());
        long began = System.nanoTime();
        try {
            Process process = command(dataset, List.of()).start();
            long memory = 0;
            List<JsonNode> lines = new ArrayList<>();
            Thread reader = new Thread(() -> read(process, lines), "output");
            reader.start();
            while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
                memory = Math.max(memory, Processes.peakMebibytes(process.pid()));
            }
            double wall = (System.nanoTime() - began) / 1e9;
            reader.join();
            return new Compared(
                    new Run(
                            wall,
                            serverSeconds() - servers,
                            Processes.ofEndedChildren(ProcessHandle.current().pid()) - client,
                            memory),
                    process.exitValue(),
                    List.copyOf(lines));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A process of the command that compares one dataset and prints JSON. */
    ProcessBuilder command(Dataset dataset, List<String> more) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("gate").toString(),
                "compare",
                "--source",
                cluster.source().uri(),
                "--target",
                cluster.target().uri(),
                "--schema",
                dataset.schema(),
                "--json"));
        command.addAll(more);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "SOURCE_DB_PASSWORD", cluster.source().password(),
                        "TARGET_DB_PASSWORD", cluster.target().password()));
        return builder;
    }

    static void read(Process process, List<JsonNode> lines) {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Run measure(Runnable work) {
        double servers = serverSeconds();
        long client = clientNanos();
        long began = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - began) / 1e9;
        double used = (clientNanos() - client) / 1e9;
        return new Run(wall, serverSeconds() - servers, used, 0);
    }

    private static long clientNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /**
     * Of the servers' processes that have ended. A connection's process ends with it, but a moment later: what it used must
     * not be taken for the next one's.
     */
    private double serverSeconds() {
        double before = -1;
        double now = ended();
        while (now != before) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            before = now;
            now = ended();
        }
        return now;
    }

    private double ended() {
        return cluster.pids().stream().mapToDouble(Processes::ofEndedChildren).sum();
    }
}
