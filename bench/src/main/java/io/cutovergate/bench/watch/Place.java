package io.cutovergate.bench.watch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the service stands: in a network namespace of its own, where packets can be dropped without anybody else's losing
 * some, or, where that cannot be had, on this machine itself.
 *
 * @param namespace its name; empty where there is none
 * @param why there is none
 */
record Place(String namespace, String address, String why) implements AutoCloseable {

    static Place prepare() {
        String missing = missing();
        if (!missing.isEmpty()) {
            return new Place("", "127.0.0.1", missing);
        }
        long pid = ProcessHandle.current().pid();
        String name = "bench" + pid;
        // RFC 2544, appendix C.2.2: 198.18.0.0/15 is for measurements, and nobody's.
        String net = "198.18." + pid % 256;
        Place place = new Place(name, net + ".2", "");
        Runtime.getRuntime().addShutdownHook(new Thread(place::remove));
        run("ip", "netns", "add", name);
        run("ip", "link", "add", name, "type", "veth", "peer", "name", "inner", "netns", name);
        run("ip", "addr", "add", net + ".1/30", "dev", name);
        run("ip", "link", "set", name, "up");
        run("ip", "-n", name, "addr", "add", net + ".2/30", "dev", "inner");
        run("ip", "-n", name, "link", "set", "inner", "up");
        run("ip", "-n", name, "link", "set", "lo", "up");
        run("ip", "netns", "exec", name, "iptables", "--wait", "--list", "INPUT");
        return place;
    }

    boolean dropsPackets() {
        return !namespace.isEmpty();
    }

    /** The command, to be run there. */
    List<String> command(List<String> command) {
        if (namespace.isEmpty()) {
            return command;
        }
        List<String> there = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        there.addAll(command);
        return there;
    }

    private static String missing() {
        if (!System.getProperty("user.name").equals("root")) {
            return "only root may make a network namespace";
        }
        return Stream.of("ip", "iptables")
                .filter(program -> !onPath(program))
                .map(program -> program + " is not installed")
                .findFirst()
                .orElse("");
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private void remove() {
        if (Files.exists(Path.of("/run/netns", namespace))) {
            run("ip", "netns", "del", namespace);
        }
    }

    @Override
    public void close() {
        if (!namespace.isEmpty()) {
            remove();
        }
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
