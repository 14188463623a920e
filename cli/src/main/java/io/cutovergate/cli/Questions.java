package io.cutovergate.cli;

import java.io.PrintStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes an answer from its flag, otherwise from a person at a terminal, otherwise the default. */
final class Questions {

    /** A person's line. */
    @FunctionalInterface
    interface Keyboard {
        /** What was typed after the prompt; {@code null} at the end of the input. */
        @Nullable
        String line(String prompt);
    }

    private final PrintStream out;
    private final @Nullable Keyboard keyboard;

    /** @param keyboard {@code null} where there is nobody to ask */
    Questions(PrintStream out, @Nullable Keyboard keyboard) {
        this.out = out;
        this.keyboard = keyboard;
    }

    /**
     * One answer.
     *
     * @param flag the option's name, for the message
     * @param given the option's value, if it was given
     * @param rule turns the text into the answer; an {@link IllegalArgumentException} says what is wrong with it. Wrong
     *     from a flag is a {@link UsageException}; wrong from a person is asked again
     */
    <T> T ask(String flag, @Nullable String given, String question, String byDefault, Function<String, T> rule) {
        while (keyboard != null && given == null) {
            String line = keyboard.line(question + " [" + byDefault + "]: ");
            if (line == null || line.isBlank()) {
                break;
            }
            try {
                return rule.apply(line.strip());
            } catch (IllegalArgumentException e) {
                out.println("  " + e.getMessage());
            }
        }
        try {
            return rule.apply(given != null ? given : byDefault);
        } catch (IllegalArgumentException e) {
            throw new UsageException(flag + ": " + e.getMessage());
        }
    }
}
