package io.cutovergate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A program that asks the checks, from its start to its end.
 *
 * @param command the words {@value #FRESH} stand for a folder of the run that does not exist yet
 * @param sound exit status where every check holds
 * @param says what it must print then; empty where it prints nothing
 */
record Contender(String name, List<String> command, int sound, String says, Path folder) {

    static final String FRESH = "FRESH";
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** Runs it; an {@link IllegalStateException} where it does not see what is there. */
    Run run(boolean damaged) throws IOException {
        int run = RUNS.incrementAndGet();
        List<String> words = new ArrayList<>(command);
        words.replaceAll(
                word -> word.equals(FRESH) ? folder.resolve("report-" + run).toString() : word);
        Path output = folder.resolve("output-" + run + ".txt");
        double cpu = Processes.ofEndedChildren(ProcessHandle.current().pid());
        long began = System.nanoTime();
        int status = waitFor(new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
        Run used = new Run(
                (System.nanoTime() - began) / 1e9,
                0,
                Processes.ofEndedChildren(ProcessHandle.current().pid()) - cpu,
                0);
        boolean sees = damaged
                ? status == 1
                : status == sound && Files.readString(output).contains(says);
        if (!sees) {
            throw new IllegalStateException(name + " ended with " + status + " where "
                    + (damaged ? "one answer is wrong" : "all is well") + "; what it printed is in " + output);
        }
        return used;
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
