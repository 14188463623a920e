package io.cutovergate.cli;

import io.cutovergate.harness.run.Style;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Objects;

/** What the program knows of itself and of the terminal it runs in. */
final class Program {

    private Program() {}

    /** The version that the build wrote into the jar. */
    static String version() {
        return Objects.requireNonNullElse(Program.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /** The project's folder, which holds the demo's files; the script says where it is. */
    static Path home() {
        return Path.of(System.getProperty("gate.home", ""));
    }

    static PrintStream out() {
        return System.out;
    }

    /** Repainting only on a terminal, colours only where they are wanted (https://no-color.org). */
    static Style style() {
        boolean terminal = Boolean.getBoolean("gate.terminal");
        boolean colour = terminal
                && Objects.requireNonNullElse(System.getenv("NO_COLOR"), "").isEmpty()
                && !"dumb".equals(System.getenv("TERM"));
        return new Style(terminal, colour);
    }
}
