package io.cutovergate.probe.process;

/** What a command ended with, and what it wrote. */
public record Outcome(int status, String output) {

    private static final int SHOWN = 300;

    /** The end of what it wrote, in one line, for messages. */
    public String end() {
        return end(output);
    }

    static String end(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "nothing" : line.substring(Math.max(0, line.length() - SHOWN));
    }
}
