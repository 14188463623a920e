package io.cutovergate.load;

import io.cutovergate.harness.evidence.TooFewSamples;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.load.SimulationLog.Recording;
import io.cutovergate.load.injector.Injector;
import io.cutovergate.load.injector.LoadPlan;
import io.cutovergate.load.injector.Scratch;
import io.cutovergate.probe.tls.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Gatling in a JVM of its own: it wants one opened that ours is not, and has been seen to hang. The JVM ends with this
 * program and is killed when its time is over; it trusts whom all clients trust, and asks nobody but the target.
 */
final class GatlingProcess {

    /** Longest that one answer is waited for; what takes longer has failed. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Time for the JVM to start and to end. */
    private static final Duration AROUND = Duration.ofSeconds(60);

    private static final Duration SHORT = Duration.ofMinutes(1);

    private final LoadPlan plan;
    private final Trust trust;

    GatlingProcess(LoadPlan plan, Trust trust) {
        this.plan = plan;
        this.trust = trust;
    }

    /**
     * Puts the load on and reads what was recorded.
     *
     * @throws Unexamined where Gatling did not do it
     * @throws TooFewSamples where its log is missing or cut off
     */
    Injection run() {
        try (Scratch scratch = Scratch.make("gate-load-")) {
            Path output = scratch.folder().resolve("output.txt");
            Process process = new ProcessBuilder(command(scratch.folder()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            await(process, output);
            return new Injection(
                    read(scratch.folder()), Health.read(scratch.folder().resolve(Injector.HEALTH)));
        } catch (IOException e) {
            throw new Unexamined("Gatling could not be started: " + e.getMessage(), e);
        }
    }

    private void await(Process process, Path output) throws IOException {
        long untilStart = Math.max(0, plan.startAt() - System.currentTimeMillis());
        Duration within =
                Duration.ofMillis(untilStart + plan.millis()).plus(ANSWER).plus(AROUND);
        // Left open: its end is what tells the injector that nobody waits any more.
        var input = process.getOutputStream();
        try {
            input.write((plan.toJson() + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unexamined("Gatling did not end within " + Units.print(within) + end(output));
            }
            if (process.exitValue() != 0) {
                throw new Unexamined("Gatling ended with status " + process.exitValue() + end(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined("interrupted while Gatling ran", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Recording read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            Path log = files.filter(file -> file.endsWith("simulation.log"))
                    .findFirst()
                    .orElseThrow(() -> new TooFewSamples("Gatling left no log behind, so nothing can be concluded"));
            try (InputStream in = Files.newInputStream(log)) {
                return SimulationLog.read(in);
            }
        } catch (IOException e) {
            throw new TooFewSamples("nothing can be concluded from Gatling's log: " + e.getMessage());
        }
    }

    private List<String> command(Path folder) throws IOException {
        Path authorities = folder.resolve("authorities.p12");
        TrustStore.write(trust, authorities);
        // A short run is over before the second compiler has paid for itself.
        String compilers = plan.millis() < SHORT.toMillis() ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation";
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                compilers,
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dsun.net.inetaddr.ttl=0",
                "-Djava.io.tmpdir=" + folder,
                "-Djava.util.prefs.userRoot=" + folder,
                "-Djavax.net.ssl.trustStore=" + authorities,
                "-Djavax.net.ssl.trustStorePassword=" + TrustStore.PASSWORD,
                "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
                "-Dlogback.configurationFile=io/cutovergate/load/injector/logback.xml",
                "-Dgatling.ssl.useInsecureTrustManager=false",
                "-Dgatling.http.enableHostnameVerification=true",
                "-Dgatling.http.requestTimeout=" + ANSWER.toMillis(),
                "-Dgatling.http.warmUpUrl=",
                "-Dgatling.data.enableAnalytics=false",
                "-Dgatling.data.writers.0=file",
                "-cp",
                System.getProperty("java.class.path"),
                Injector.class.getName(),
                folder.toString());
    }

    /** The last lines that it wrote. */
    private static String end(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
        return last.isEmpty() ? "" : ": " + String.join(" | ", last);
    }
}
