package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import java.util.List;

/** Reads the subjects of one kind out of the files, before anything runs. A public class with a public constructor without parameters. */
public interface SubjectSource<S extends Subject> {

    /** All subjects of the kind as seen from a vantage; empty where none is configured. */
    List<S> subjects(Migration migration, Vantage vantage);

    /** The key that configures them, for the message when there is none: {@code services.*.replicas}. */
    String configuredBy();
}
