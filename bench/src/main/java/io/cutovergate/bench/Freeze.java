package io.cutovergate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.cutovergate.testbed.process.TwoServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long the freeze takes when everything was compared before and one row in a hundred has changed since, on both sides
 * alike, and one more on the target alone.
 *
 * @param full seconds of the comparison before
 * @param freeze seconds from the freeze to the end of the command
 * @param found what the command named in the end
 */
record Freeze(double full, double freeze, List<String> found) {

    private static final String CHANGE =
            "update narrow.pgbench_accounts set abalance = abalance + 1 where aid % 100 = 7";
    private static final String FORGE = "update narrow.pgbench_accounts set abalance = -5 where aid = 4711";
    static final List<String> EXPECTED = List.of("changed {\"aid\":\"4711\"}");

    static Freeze measure(Measuring measuring, TwoServers cluster, Dataset narrow, long rows, Path folder)
            throws IOException {
        Path frozen = folder.resolve("frozen");
        List<JsonNode> lines = Collections.synchronizedList(new ArrayList<>());
        Process process = measuring
                .command(narrow, List.of("--follow", "--until", frozen.toString()))
                .start();
        Thread reader = new Thread(() -> Measuring.read(process, lines), "output");
        reader.start();
        try {
            await(() -> !lines.isEmpty(), process);
            cluster.both(database -> database.execute(CHANGE));
            cluster.target().execute(FORGE);
            // By the time of the freeze what was changed before has been followed; one row still differs.
            await(() -> followed(lines, rows / 50 + 1), process);
            long began = System.nanoTime();
            Files.createFile(frozen);
            process.waitFor();
            double seconds = (System.nanoTime() - began) / 1e9;
            reader.join();
            cluster.target().execute("update narrow.pgbench_accounts set abalance = 0 where aid = 4711");
            return new Freeze(
                    lines.get(0).get("seconds").asDouble(),
                    seconds,
                    new Measuring.Compared(new Run(0, 0, 0, 0), process.exitValue(), lines).differences());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroy();
            Files.deleteIfExists(frozen);
        }
    }

    private static boolean followed(List<JsonNode> lines, long changes) {
        JsonNode last = lines.get(lines.size() - 1);
        return last.path("changes").asLong() >= changes && last.path("waiting").asLong() == 1;
    }

    private static void await(java.util.function.BooleanSupplier condition, Process process)
            throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("gate compare --follow has not caught up in five minutes");
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("gate compare --follow ended with " + process.exitValue());
            }
        }
    }
}
