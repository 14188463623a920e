package io.cutovergate.cli;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.load.UndoJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Puts right what a program left disturbed that was killed. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the undo of every disruption whose program was killed before it could.",
            "One that fails stays owed; `gate run` tells what is."
        })
final class UndoCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try {
            List<String> settled = UndoJournal.ofUser().settle();
            settled.forEach(Program.out()::println);
            Program.out().println(settled.isEmpty() ? "Nothing is owed." : "Undone: " + settled.size() + ".");
            return Exit.OK;
        } catch (Unexamined e) {
            Program.out().println("Still owed: " + e.getMessage());
            return Exit.NO_GO;
        } catch (IOException e) {
            throw new UncheckedIOException("what is owed cannot be read", e);
        }
    }

    /** Tells what is owed, before anything else is done to the system. */
    static void remind() {
        try {
            for (UndoJournal.Owed owed : UndoJournal.ofUser().owed()) {
                Program.out()
                        .println("Left disturbed by a program that was killed: " + owed + "; `gate undo` runs it.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is owed cannot be read", e);
        }
    }
}
