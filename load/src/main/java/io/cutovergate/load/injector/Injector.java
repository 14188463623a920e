package io.cutovergate.load.injector;

import io.gatling.app.Gatling;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.prefs.Preferences;

/**
 * Runs a {@link LoadPlan} with Gatling. The first line of standard input is the plan; the injector ends at once when
 * standard input does, as it does when the gate ends, however that happens. Argument: the folder for all that is written,
 * which goes with it then.
 */
public final class Injector {

    /** Where the plan stands for the simulation, which Gatling makes by itself. */
    static final String PLAN = "cutover-gate.load-plan";

    /** Name of the file in its folder that says how it was itself. */
    public static final String HEALTH = HealthLog.FILE;

    private static final int ABANDONED = 75;

    private Injector() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.setProperty(PLAN, input.readLine());
        Thread leash = new Thread(() -> haltAtEnd(input, new Scratch(folder)), "leash");
        leash.setDaemon(true);
        leash.start();
        HealthLog.start(folder);
        // As if it had just looked for a newer release: else Gatling asks a public server for one.
        Preferences.userRoot().node("/io/gatling/latestVersion").putLong("lastCheckTimestamp", Long.MAX_VALUE / 2);
        Gatling.main(new String[] {
            "--simulation",
            PlannedSimulation.class.getName(),
            "--no-reports",
            "--results-folder",
            folder.resolve("results").toString()
        });
    }

    private static void haltAtEnd(BufferedReader input, Scratch scratch) {
        try (scratch) {
            while (input.read() >= 0) {
                // Nothing is expected after the plan.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(ABANDONED);
        }
    }
}
