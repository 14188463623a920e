package io.cutovergate.testbed.process;

import io.cutovergate.testbed.TestbedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that is wanted up or held down; while it is wanted up, the supervisor starts it again when it crashes. Several
 * may hold it down at once, and it comes up when the last one lets go.
 */
public final class Service {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /** Starts the program once. */
    public interface Launch {
        Child start() throws IOException;
    }

    private final String name;
    private final Supervisor supervisor;
    private final Launch launch;
    private int holds = 1;
    private @Nullable Child child;

    public Service(String name, Supervisor supervisor, Launch launch) {
        this.name = name;
        this.supervisor = supervisor;
        this.launch = launch;
    }

    /** Its name, such as {@code backend-1}. */
    public String name() {
        return name;
    }

    /** Whether nobody holds it down. */
    public synchronized boolean wanted() {
        return holds == 0;
    }

    /** Takes one hold away, the first time that of not having been started yet; without any it starts. */
    public synchronized void up() {
        holds--;
        start();
    }

    private synchronized void start() {
        if (holds > 0 || (child != null && child.alive())) {
            return;
        }
        try {
            Child started = launch.start();
            child = started;
            started.onEnd(() -> ended(started));
        } catch (IOException e) {
            throw new TestbedException("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private synchronized void ended(Child which) {
        if (holds == 0 && which.equals(child)) {
            LOG.warn("{} (process {}) has crashed", name, which.pid());
            supervisor.crashed(this::start);
        }
    }

    /** Starts it if it should run and does not. */
    public void upIfWanted() {
        start();
    }

    /** Kills it and holds it down. */
    public synchronized void down() {
        holds++;
        if (child != null) {
            try {
                child.kill();
            } catch (IOException e) {
                throw new TestbedException("cannot stop " + name + ": " + e.getMessage(), e);
            }
        }
    }

    /** Lets it end what it does, as a deployment would, and holds it down. */
    public void stop() {
        release();
        await();
    }

    /** Lets it go for good; {@link #await} then waits for its end. */
    public synchronized void release() {
        holds++;
        if (child != null) {
            try {
                child.release();
            } catch (IOException e) {
                LOG.warn("pipe of {}", name, e);
            }
        }
    }

    /** Waits until a service that was released is gone. */
    public synchronized void await() {
        if (child != null) {
            try {
                child.await();
            } catch (IOException e) {
                LOG.warn("end of {}", name, e);
            }
        }
    }
}
