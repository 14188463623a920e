package io.cutovergate.cli;

import io.cutovergate.cutover.conduct.Voice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Asks at the terminal, or answers every question with yes. */
final class TerminalVoice implements Voice {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintStream out = Program.out();
    private final boolean yes;
    private volatile boolean pause;

    private TerminalVoice(boolean yes) {
        this.yes = yes;
    }

    /** A {@link UsageException} where nobody could answer: steps that change production are not run unasked. */
    static TerminalVoice of(boolean yes) {
        if (!yes && !Boolean.getBoolean("gate.keyboard")) {
            throw new UsageException("each step is confirmed at a terminal, and this is none; --yes answers for you");
        }
        return new TerminalVoice(yes);
    }

    void pause() {
        pause = true;
    }

    @Override
    public void say(String line) {
        out.println(TIME.format(LocalTime.now(ZoneId.systemDefault())) + " " + line);
    }

    @Override
    public boolean confirm(String question) {
        if (yes) {
            return true;
        }
        out.print("Now " + question + "\nGo on? [y/N] ");
        out.flush();
        try {
            String answer = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal is gone", e);
        }
    }

    @Override
    public boolean wantsPause() {
        return pause;
    }
}
