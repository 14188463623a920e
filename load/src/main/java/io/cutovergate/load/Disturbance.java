package io.cutovergate.load;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.DisruptionAt;
import io.cutovergate.probe.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A disruption that is put right again, whatever becomes of the check: when this is closed, and when the program is asked
 * to end before.
 */
final class Disturbance implements AutoCloseable {

    private final Command run;
    private final Command undo;
    private final Command look;
    private final Thread atExit = new Thread(this::undo, "undo");
    private String output = "";
    private String before = "";
    private boolean applied;
    private @Nullable Path owed;

    /**
     * @param folder that of the environment file
     */
    Disturbance(DisruptionAt disruption, Path folder) {
        var rules = disruption.disruption();
        run = new Command(disruption.key("run"), rules.run(), folder, rules.within());
        undo = new Command(disruption.key("undo"), rules.undo(), folder, rules.within());
        look = new Command(disruption.key("effect"), rules.effect(), folder, rules.within());
    }

    /** Keeps what the disruption is to change. */
    void lookBefore() {
        if (!look.arguments().isEmpty()) {
            before = look.run();
            say(look, before);
        }
    }

    /** What it changed, for people; {@link Unexamined} where the files say how to see it, and it changed nothing. */
    String effect() {
        if (look.arguments().isEmpty()) {
            return "whether it disturbed anything was not asked (" + look.key() + ")";
        }
        String after = look.run();
        say(look, after);
        if (after.equals(before)) {
            throw new Unexamined(
                    run + " ended well and changed nothing: " + look + " says the same as before: " + after.strip());
        }
        return "it did disturb: " + look + " says something else than before";
    }

    /** Runs the command; from now on it is to be undone, also when it fails half-way. */
    void apply() {
        Runtime.getRuntime().addShutdownHook(atExit);
        synchronized (this) {
            owed = undo.arguments().isEmpty() ? null : UndoJournal.ofUser().owe(undo);
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
            if (owed != null) {
                Files.deleteIfExists(owed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(owed + " cannot be deleted", e);
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
