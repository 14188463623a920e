package io.cutovergate.probe.tls.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** testssl.sh: whatever it rates LOW or worse. Its exit status says nothing of it. */
record TestsslPeer(String program, Path folder) implements Peer {

    private static final Set<String> BAD = Set.of("LOW", "MEDIUM", "HIGH", "CRITICAL", "FATAL");

    @Override
    public Set<String> complaints(String host, int port) throws IOException, InterruptedException {
        Path json = folder.resolve("testssl-" + port + ".json");
        Files.deleteIfExists(json);
        Process process = new ProcessBuilder(
                        program,
                        "--quiet",
                        "--color",
                        "0",
                        "--warnings",
                        "off",
                        "-n",
                        "none",
                        "--phone-out",
                        "--openssl-timeout",
                        "5",
                        "--add-ca",
                        folder.resolve("ca.pem").toString(),
                        "--ip",
                        "127.0.0.1",
                        "--jsonfile",
                        json.toString(),
                        "-p",
                        "-s",
                        "-S",
                        "-h",
                        "-R",
                        "-C",
                        "-J",
                        host + ":" + port)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(folder.resolve("testssl-" + port + ".txt").toFile())
                .start();
        if (!process.waitFor(240, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Set.of("no end within 240 s");
        }
        Set<String> found = new TreeSet<>();
        for (JsonNode finding : read(json)) {
            if (BAD.contains(finding.path("severity").asText())) {
                found.add(finding.path("id").asText().replaceAll(" <.*", "") + "="
                        + finding.path("severity").asText());
            }
        }
        return found;
    }

    private static JsonNode read(Path json) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        return Files.exists(json) ? mapper.readTree(json.toFile()) : mapper.createArrayNode();
    }
}
