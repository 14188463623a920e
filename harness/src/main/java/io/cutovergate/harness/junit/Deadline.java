package io.cutovergate.harness.junit;

import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.yaml.Units;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/** Runs a check in a thread of its own, so that one that hangs can be given up and the run goes on. */
final class Deadline {

    private Deadline() {}

    /** Runs the check to its end, or throws {@link NotRun} when the deadline passes. */
    static void run(Invocation<Void> invocation, Duration deadline, Obligation obligation) throws Throwable {
        CompletableFuture<Void> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        invocation.proceed();
                        result.complete(null);
                    } catch (Throwable thrown) {
                        result.completeExceptionally(thrown);
                    }
                },
                obligation.claim().id() + " " + obligation.subject().id());
        // A check that ignores its interruption must not keep the program alive.
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        try {
            result.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() == null ? e : e.getCause();
        } catch (TimeoutException e) {
            thread.interrupt();
            throw new NotRun("did not end within " + Units.print(deadline) + " (deadlines.check and what "
                    + obligation.subject().id() + " is allowed)");
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        }
    }
}
