package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.TestbedException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A process that stands still until it is let go on, by {@code SIGSTOP} and {@code SIGCONT}. */
final class StoppedProcess implements AutoCloseable {

    private static final int POLL_MILLIS = 50;

    private final long pid;
    private final Thread watch = new Thread(this::watch, "stopped-process");
    private Runnable alive = () -> {};

    private StoppedProcess(long pid) {
        this.pid = pid;
    }

    static StoppedProcess stop(long pid) throws IOException {
        signal("STOP", pid);
        return new StoppedProcess(pid);
    }

    /** Lets it go on as soon as this fails with a {@link TestbedException}. */
    void goOnUnless(Runnable condition) {
        alive = condition;
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        try {
            while (true) {
                alive.run();
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        } catch (TestbedException e) {
            goOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void goOn() {
        if (ProcessHandle.of(pid).isPresent()) {
            try {
                signal("CONT", pid);
            } catch (IOException e) {
                throw new TestbedException("process " + pid + " cannot be let go on", e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        watch.interrupt();
        watch.join();
        goOn();
    }

    private static void signal(String name, long pid) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .onExit()
                .join();
    }
}
