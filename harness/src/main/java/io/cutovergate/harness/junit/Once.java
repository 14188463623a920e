package io.cutovergate.harness.junit;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Makes something once, however long that takes, for whoever asks first. Others who ask meanwhile wait for it; all who
 * ask after a failure hear of the same failure, so that one cause is not waited for twice.
 */
final class Once<T> implements Supplier<T> {

    private final FutureTask<T> task;

    Once(Callable<T> maker) {
        task = new FutureTask<>(maker);
    }

    @Override
    public T get() {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while somebody else was making it", e);
        }
    }

    /** What was made; empty while it is being made, and after a failure. */
    Optional<T> made() {
        try {
            return task.isDone() ? Optional.of(task.get()) : Optional.empty();
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException("a finished task does not wait", e);
        }
    }
}
