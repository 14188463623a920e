package io.cutovergate.harness.run;

/**
 * How text is shown.
 *
 * @param terminal whether lines can be repainted
 * @param colour whether colours and weights are wanted (https://no-color.org)
 */
public record Style(boolean terminal, boolean colour) {

    private static final int WIDTH = 150;
    private static final String RESET = "\u001b[0m";

    /** Lines only, for files and tests. */
    public static final Style PLAIN = new Style(false, false);

    public String bold(String text) {
        return paint("1", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    /** The text in the status's colour. */
    public String of(Status status, String text) {
        return paint(
                switch (status) {
                    case FAILED -> "1;31";
                    case UNPROVEN -> "31";
                    case INCONCLUSIVE, LEFT_OUT, WAIVED -> "33";
                    case NOT_APPLICABLE -> "2";
                    case SIGNED, PROVEN -> "32";
                },
                text);
    }

    /** A mark that is understood without its colour. */
    public String mark(Status status) {
        return of(
                status,
                switch (status) {
                    case FAILED -> "✘";
                    case UNPROVEN -> "?";
                    case INCONCLUSIVE -> "≈";
                    case LEFT_OUT, NOT_APPLICABLE -> "-";
                    case WAIVED -> "!";
                    case SIGNED, PROVEN -> "✔";
                });
    }

    /** The text, cut so that a line of a terminal stays one line. */
    String cut(String text) {
        return terminal && text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + RESET : text;
    }
}
