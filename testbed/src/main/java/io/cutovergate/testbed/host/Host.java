package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Environment;
import io.cutovergate.testbed.Lifeline;
import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.State;
import io.cutovergate.testbed.fault.ActiveFaults;
import io.cutovergate.testbed.net.Web;
import io.cutovergate.testbed.process.Services;
import io.cutovergate.testbed.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that runs one environment. It reports on standard output, and ends with all that it started and all files
 * when its standard input ends or when it is told to.
 */
public final class Host {
    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    private final Services services = new Services();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Path directory;
    private final Path data;
    private final Path stateFile;
    private final Janitor janitor;

    private Host(Path directory, Path data, Path stateFile) throws IOException {
        this.directory = directory;
        this.data = data;
        this.stateFile = stateFile;
        this.janitor = Janitor.start(directory, data, stateFile);
    }

    /** Arguments: environment, parts separated by commas, directory. */
    public static void main(String[] args) throws IOException {
        Environment environment = Environment.of(args[0]);
        Set<Part> parts = Stream.of(args[1].split(","))
                .filter(part -> !part.isEmpty())
                .map(Part::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        Path directory = Path.of(args[2]);
        Host host = new Host(
                directory,
                dataFor(directory),
                State.file(ProcessHandle.current().pid()));
        host.state(environment, "", "").write();
        Lifeline.whenStandardInputEnds(() -> System.exit(0));
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "close"));
        try {
            host.start(environment, parts);
        } catch (Exception e) {
            LOG.error("not started", e);
            Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause)
                    .flatMap(cause -> cause.toString().lines())
                    .forEach(line -> say("failed", line));
            System.exit(1);
        }
    }

    private void start(Environment environment, Set<Part> parts) throws Exception {
        Plan plan = Plan.of(environment, parts, directory, data, line -> say("progress", line));
        Web web = Web.start();
        Installation installation = Installation.start(plan, web, services);
        String token = Plan.secret();
        int port = plan.ports().free(Plan.SHARED);
        String control = "http://" + Plan.SHARED + ":" + port;
        Map<String, String> variables = Variables.of(installation);
        variables.put("TESTBED_CONTROL", control);
        variables.put("TESTBED_CONTROL_TOKEN", token);
        web.serve(
                Plan.SHARED,
                port,
                new ControlChannel(
                        token,
                        () -> Variables.now(variables, installation),
                        new ActiveFaults(installation),
                        new JobMove(installation),
                        installation::drain));
        State state = state(environment, control, token);
        say("ready", state.write().toString());
    }

    private State state(Environment environment, String control, String token) {
        return new State(ProcessHandle.current().pid(), environment.word(), directory, data, control, token);
    }

    /** The databases' place: where PostgreSQL has to run as another user, one that this user can enter. */
    private static Path dataFor(Path directory) throws IOException {
        if ((int) Files.getAttribute(directory, "unix:uid") != 0) {
            return Files.createDirectory(directory.resolve("data"));
        }
        Path data = Files.createTempDirectory("cutover-gate-");
        return Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void say(String what, String text) {
        System.out.println(what + " " + text);
    }

    /** What runs in this process ends with it; only what does not is ended here. */
    private void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        services.close();
        try {
            Files.deleteIfExists(stateFile);
            Trees.delete(data);
            Trees.delete(directory);
            janitor.finish();
        } catch (IOException e) {
            LOG.warn("left to the janitor", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
