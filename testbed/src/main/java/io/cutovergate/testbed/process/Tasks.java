package io.cutovergate.testbed.process;

import io.cutovergate.testbed.TestbedException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Things done side by side, on threads that do not keep the process alive. */
public final class Tasks implements AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "start");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts one. */
    public <T> Future<T> start(Callable<T> task) {
        return threads.submit(task);
    }

    /** Its result; its failure as a {@link TestbedException}. */
    public static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TestbedException known) {
                throw known;
            }
            throw new TestbedException(String.valueOf(e.getCause()), e);
        }
    }

    /** The result of one of several. */
    public static <K, T> T result(Map<K, Future<T>> tasks, K which) {
        return result(Objects.requireNonNull(tasks.get(which)));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
