package io.cutovergate.cli;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.run.Style;
import io.cutovergate.harness.yaml.Secrets;
import io.cutovergate.integrity.rows.DataResult;
import io.cutovergate.integrity.rows.Difference;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.Following;
import io.cutovergate.integrity.rows.TableResult;
import io.cutovergate.integrity.selection.TableName;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** A table of the tables as they are done, with what differs below each, and one sentence at the end. */
final class TerminalOutput implements CompareOutput {

    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final Style style;
    private final Secrets secrets;
    private boolean painted;

    TerminalOutput(PrintStream out, Style style, Secrets secrets) {
        this.out = out;
        this.style = style;
        this.secrets = secrets;
    }

    @Override
    public void begin(CompareSides.Pair pair) {
        say(style.bold("Comparing " + pair.databases().on(Side.SOURCE) + " with "
                + pair.databases().on(Side.TARGET)));
        say(style.dim(line(" ", "table", "on source", "on target", "missing", "extra", "changed")));
    }

    @Override
    public void progress(String text) {
        if (style.terminal()) {
            out.print(CLEAR_LINE + style.dim(text));
            out.flush();
            painted = true;
        }
    }

    @Override
    public void table(TableResult table) {
        say(line(
                style.mark(table.differs() ? Status.FAILED : Status.PROVEN),
                table.table().toString(),
                number(table.rows().source()),
                number(table.rows().target()),
                count(table, Kind.MISSING),
                count(table, Kind.EXTRA),
                count(table, Kind.CHANGED)));
        table.oneSided().forEach(part -> say("    " + part));
        table.shown().forEach(difference -> say("    " + difference));
        if (table.more()) {
            say("    … (--show shows more)");
        }
    }

    @Override
    public void difference(TableName table, Difference difference) {}

    @Override
    public void end(DataResult result, Duration elapsed) {
        result.leftOut().forEach((table, why) -> say(style.dim("- " + table + " not compared: " + why)));
        result.uncompared()
                .forEach(
                        (table, why) -> say(style.mark(Status.UNPROVEN) + " " + table + " cannot be compared: " + why));
        say(String.format(
                Locale.ROOT,
                "%s: %,d tables, %,d rows on source, %,d on target, %d columns, in %.1f s, by %s",
                style.of(status(result), result.verdict().toString().toUpperCase(Locale.ROOT)),
                result.tables().size(),
                result.rowsOnSource(),
                result.rowsOnTarget(),
                result.columns(),
                elapsed.toMillis() / 1000.0,
                result.method()));
    }

    @Override
    public void followed(DataResult full, Duration elapsed) {
        end(full, elapsed);
        say(style.bold("Following both sides. Freeze the source, then create the file of --until or press Enter."));
    }

    @Override
    public void standing(Following.Standing standing) {
        progress(String.format(
                Locale.ROOT,
                "following: %,d changes told, %,d rows not equal yet, %d tables to compare whole; log kept: %,d KiB on"
                        + " source, %,d KiB on target",
                standing.changes(),
                standing.waiting(),
                standing.whole(),
                standing.retained().source().bytes() / 1024,
                standing.retained().target().bytes() / 1024));
    }

    @Override
    public void finished(Duration elapsed) {
        say(String.format(Locale.ROOT, "After the freeze: %.2f s", elapsed.toMillis() / 1000.0));
    }

    private static Status status(DataResult result) {
        return switch (result.verdict()) {
            case EQUAL -> Status.PROVEN;
            case DIFFERENT -> Status.FAILED;
            case NOT_FULLY_COMPARED -> Status.UNPROVEN;
        };
    }

    @Override
    public void broken(String why) {
        say(style.of(Status.UNPROVEN, "NOT FULLY COMPARED") + ": " + why);
    }

    private static String line(String mark, String table, String... figures) {
        StringBuilder line = new StringBuilder(mark + " " + "%-40s".formatted(table));
        for (String figure : figures) {
            line.append("%15s".formatted(figure));
        }
        return line.toString().stripTrailing();
    }

    private static String count(TableResult table, Kind kind) {
        Map<Kind, Long> counts = table.counts();
        return counts.containsKey(kind) ? number(counts.get(kind)) : "";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private void say(String text) {
        if (painted) {
            out.print(CLEAR_LINE);
            painted = false;
        }
        out.println(secrets.mask(text));
    }
}
