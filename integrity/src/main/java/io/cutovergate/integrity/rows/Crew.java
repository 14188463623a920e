package io.cutovergate.integrity.rows;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Works with several connections at the same time. */
final class Crew {

    private Crew() {}

    /** Does the work once with each; ends when all have, when one fails, or when the caller is interrupted. */
    static void work(List<Snapshots> connections, Consumer<Snapshots> work) {
        ExecutorService threads = Executors.newFixedThreadPool(connections.size(), task -> {
            Thread thread = new Thread(task, "comparison");
            thread.setDaemon(true);
            return thread;
        });
        CompletionService<Snapshots> crew = new ExecutorCompletionService<>(threads);
        try {
            connections.forEach(connection -> crew.submit(() -> work.accept(connection), connection));
            for (int i = 0; i < connections.size(); i++) {
                crew.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined("the comparison was stopped", e);
        } finally {
            // Those that still wait for a server end when their connections are closed.
            threads.shutdownNow();
        }
    }
}
