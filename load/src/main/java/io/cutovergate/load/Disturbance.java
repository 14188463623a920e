package io.cutovergate.load;

import io.cutovergate.harness.subject.DisruptionAt;
import io.cutovergate.probe.process.Command;
import java.nio.file.Path;

/**
 * A disruption that is put right again, whatever becomes of the check: when this is closed, and when the program is asked
 * to end before.
 */
final class Disturbance implements AutoCloseable {

    private final Command run;
    private final Command undo;
    private final Thread atExit = new Thread(this::undo, "undo");
    private String output = "";
    private boolean applied;

    /**
     * @param folder that of the environment file
     */
    Disturbance(DisruptionAt disruption, Path folder) {
        String key = "load.disruptions." + disruption.name() + ".";
        var rules = disruption.disruption();
        run = new Command(key + "run", rules.run(), folder, rules.within());
        undo = new Command(key + "undo", rules.undo(), folder, rules.within());
    }

    /** Runs the command; from now on it is to be undone, also when it fails half-way. */
    void apply() {
        Runtime.getRuntime().addShutdownHook(atExit);
        synchronized (this) {
            applied = true;
        }
        say(run, run.run());
    }

    /** What the commands wrote so far. */
    synchronized String output() {
        return output;
    }

    @Override
    public void close() {
        undo();
        removeHook();
    }

    /** Does it once; a second caller waits for the first. */
    private synchronized void undo() {
        if (!applied) {
            return;
        }
        applied = false;
        if (undo.arguments().isEmpty()) {
            return;
        }
        // An interrupted check must still leave things as they were.
        boolean interrupted = Thread.interrupted();
        try {
            say(undo, undo.run());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized void say(Command command, String wrote) {
        output += "$ " + command + "\n" + wrote;
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending: the hook runs, or has run, and finds nothing to do.
        }
    }
}
