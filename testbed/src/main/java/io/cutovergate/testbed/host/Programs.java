package io.cutovergate.testbed.host;

import io.cutovergate.testbed.JavaCommand;
import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.process.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the Java programs of a side are started: in its directory, with a log and a process id file per name. */
record Programs(Path directory) {
    private static final String SHOP = "io.cutovergate.testbed.shop.";
    private static final int TAIL = 20;

    /** Starts one of the shop's programs that runs until it is told to end. */
    Child start(String program, String name, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = builder(SHOP + program, "96m", name, List.of());
        builder.environment().putAll(settings);
        return Child.direct(builder, directory.resolve(name + ".pid"));
    }

    /** Starts a Java program of another kind. */
    Child start(Class<?> program, String heap, String name, List<String> arguments) throws IOException {
        return Child.direct(builder(program.getName(), heap, name, arguments), directory.resolve(name + ".pid"));
    }

    /** Runs one of the shop's programs to its end; a status other than 0 is an error with the end of its output. */
    void run(String program, Map<String, String> settings) throws IOException {
        String name = program.toLowerCase(java.util.Locale.ROOT);
        ProcessBuilder builder = builder(SHOP + program, "128m", name, List.of());
        builder.environment().putAll(settings);
        Process process = builder.start();
        try {
            if (process.waitFor() != 0) {
                List<String> lines = Files.readAllLines(directory.resolve(name + ".out"));
                throw new TestbedException(program + " failed:\n"
                        + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size())));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new TestbedException("interrupted during " + program, e);
        }
    }

    private ProcessBuilder builder(String mainClass, String heap, String name, List<String> arguments) {
        List<String> command = new ArrayList<>(JavaCommand.of(mainClass, heap));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(name + ".out").toFile()));
    }
}
