package io.cutovergate.probe.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process and what it started, as they are now: whoever loses its parent is not found again. */
record ProcessTree(List<ProcessHandle> processes) {

    static ProcessTree of(Process process) {
        return new ProcessTree(Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList());
    }

    /** Asks them to end, and kills what is left after that time, with what they started meanwhile. */
    void stop(Duration grace) throws InterruptedException {
        if (!grace.isZero()) {
            processes.forEach(ProcessHandle::destroy);
            await(grace);
        }
        List<ProcessHandle> left = processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
    }

    private void await(Duration grace) throws InterruptedException {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // They had their time: what is left is killed.
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process could not be awaited", e);
        }
    }
}
