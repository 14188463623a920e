package io.cutovergate.integrity.migrate;

import java.util.regex.Pattern;

/** Leaves out of what a command wrote the lines in which PostgreSQL quotes the values of rows. */
public final class Quoted {

    private static final Pattern LINE =
            Pattern.compile("(?m)\\b(DETAIL|CONTEXT):[ \\t]*(COPY \\S+, line \\d+)?(?:[^\\n]|\\n(?=\\t))*");

    private Quoted() {}

    /** The text without those values; the table and the line of a COPY stay. */
    public static String leftOut(String text) {
        return LINE.matcher(text)
                .replaceAll(line -> line.group(1) + ": " + (line.group(2) == null ? "" : line.group(2) + " ")
                        + "(left out: it may quote a row)");
    }
}
