package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import java.util.List;

/** Reads the subjects of one kind out of the files, before anything runs. A public class with a public constructor without parameters. */
public interface SubjectSource<S extends Subject> {

    /** All subjects of the kind as seen from a vantage; empty where none is configured. */
    List<S> subjects(Migration migration, Vantage vantage);

    /**
     * Whether there is something to ask at a gate. What compares with the source is not asked where there is none, and
     * what follows from a document not where no service has one.
     */
    default boolean asked(Gate gate, Migration migration) {
        return true;
    }

    /** The same from a vantage, for what only who comes by the public names can see. */
    default boolean asked(Gate gate, Migration migration, Vantage vantage) {
        return asked(gate, migration);
    }

    /** The key that configures them, for the message when there is none: {@code services.*.replicas}. */
    String configuredBy();
}
