package io.cutovergate.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The testbed's production, judged by the command as its users start it. */
final class Real implements AutoCloseable {

    private static final String CLAIM = "performance-under-load/is-not-slower-than-the-source";

    private final Path home;
    private final Path folder;
    private final Process testbed;
    private final String host;

    private Real(Path home, Path folder, Process testbed, String host) {
        this.home = home;
        this.folder = folder;
        this.testbed = testbed;
        this.host = host;
    }

    /** What became of the claim, and what it said. */
    record Judged(String status, String said, JsonNode samples) {}

    static Real start(Path home) throws IOException {
        Path folder = Files.createTempDirectory("cutover-gate-bench-");
        Process testbed = gate(
                        home,
                        "testbed",
                        "up",
                        "production",
                        "--variables",
                        variables(folder).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = testbed.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Up; process ")) {
                String host = line.substring("Up; process ".length(), line.indexOf('.'));
                return new Real(home, folder, testbed, host);
            }
        }
        throw new IOException("the testbed did not start");
    }

    void fault(String name) throws IOException, InterruptedException {
        run(gate(home, "testbed", "fault", name, "--process", host), 0);
    }

    Judged judge(String report) throws IOException, InterruptedException {
        Path out = folder.resolve(report);
        ProcessBuilder command = gate(
                home,
                "run",
                "pre-cutover",
                "--env",
                home.resolve("bench/load-compare.yaml").toString(),
                "--item",
                "performance-under-load",
                "--out",
                out.toString());
        command.environment().putAll(exported(variables(folder)));
        // Narrowed to one item: inconclusive at best, NO-GO where the item does not hold.
        run(command, 1, 2);
        JsonNode verdict =
                new ObjectMapper().readTree(out.resolve("verdict.json").toFile());
        for (JsonNode item : verdict.get("items")) {
            for (JsonNode claim : item.get("claims")) {
                if (claim.get("id").asText().equals(CLAIM)) {
                    JsonNode obligation = claim.get("obligations").get(0);
                    return new Judged(
                            obligation.get("status").asText(),
                            obligation.path("cause").asText(),
                            obligation.get("samples"));
                }
            }
        }
        throw new IOException(out + " says nothing of " + CLAIM);
    }

    @Override
    public void close() throws IOException {
        testbed.destroy();
        testbed.onExit().join();
    }

    private static Path variables(Path folder) {
        return folder.resolve("variables.sh");
    }

    private static Map<String, String> exported(Path file) throws IOException {
        Map<String, String> variables = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf("='");
            variables.put(
                    line.substring("export ".length(), equals),
                    line.substring(equals + 2, line.length() - 1).replace("'\\''", "'"));
        }
        return variables;
    }

    private static ProcessBuilder gate(Path home, String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("gate").toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static void run(ProcessBuilder command, int... right) throws IOException, InterruptedException {
        int status = command.inheritIO().start().waitFor();
        for (int one : right) {
            if (status == one) {
                return;
            }
        }
        throw new IOException(command.command() + " ended with " + status);
    }
}
