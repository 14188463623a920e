package io.cutovergate.cutover;

import io.cutovergate.cutover.conduct.Entry;
import io.cutovergate.cutover.watch.Observation;
import io.cutovergate.cutover.watch.Outage;
import io.cutovergate.cutover.watch.Outcome;
import io.cutovergate.cutover.watch.Seen;
import io.cutovergate.cutover.watch.SeriesRecord;
import io.cutovergate.cutover.watch.WatchRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Draws who answered when: a band for each series, coloured by side, with the times in which nobody was served, and above them the
 * steps that were conducted meanwhile.
 */
final class TimeLine {

    private static final int WIDTH = 900;
    private static final int BAND = 22;
    private static final int LEFT = 300;
    private static final int STEP = 14;

    private TimeLine() {}

    static String svg(List<WatchRecord> records, List<Entry> journal) {
        Instant from = records.stream()
                .map(WatchRecord::anchor)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant to = records.stream()
                .map(WatchRecord::ended)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        double scale = WIDTH / (double) Math.max(1, ChronoUnit.MICROS.between(from, to));
        StringBuilder bands = new StringBuilder();
        int row = 0;
        for (WatchRecord record : records) {
            long shift = ChronoUnit.MICROS.between(from, record.anchor());
            for (SeriesRecord series : record.series()) {
                band(bands, series, row++, shift, scale);
            }
        }
        int height = row * BAND;
        List<Entry> steps = journal.stream()
                .filter(entry -> entry.event() == Entry.Event.STEP_BEGUN
                        && !entry.at().isBefore(from)
                        && !entry.at().isAfter(to))
                .toList();
        int top = 40 + STEP * steps.size();
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            double x = ChronoUnit.MICROS.between(from, steps.get(i).at()) * scale;
            int y = STEP * (i + 1) - top;
            marks.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %dV%d\" stroke=\"#999\" stroke-width=\"0.7\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
                    x,
                    y,
                    height,
                    x + 3,
                    y + 4,
                    escaped(steps.get(i).step())));
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-%d -%d %d %d" font-family="sans-serif" font-size="12">
                <text x="0" y="-22">answered by: <tspan fill="#d98324">source</tspan>, <tspan fill="#2f6fb2">target</tspan>, <tspan fill="#888">unknown</tspan>; <tspan fill="#b8a000">read-only</tspan>, <tspan fill="#c00">not served</tspan></text>
                <text x="0" y="-6">%s</text>
                <text x="%d" y="-6" text-anchor="end">%s s later</text>
                %s%s</svg>
                """.formatted(
                        LEFT,
                        top + 10,
                        LEFT + WIDTH + 60,
                        height + top + 20,
                        from.truncatedTo(ChronoUnit.SECONDS),
                        WIDTH,
                        Duration.between(from, to).toSeconds(),
                        bands,
                        marks);
    }

    private static void band(StringBuilder out, SeriesRecord series, int row, long shift, double scale) {
        int y = row * BAND;
        out.append("<text x=\"-8\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                .formatted(y + 14, escaped(series.toString())));
        int start = 0;
        List<Observation> sent = series.sent();
        while (start < sent.size()) {
            int end = start;
            while (end + 1 < sent.size()
                    && sent.get(end + 1).seen() == sent.get(start).seen()) {
                end++;
            }
            rect(
                    out,
                    y,
                    shift + sent.get(start).sent(),
                    shift + sent.get(end).sent() + series.period(),
                    scale,
                    colour(sent.get(start).seen()),
                    "");
            start = end + 1;
        }
        for (Outage outage : series.outages()) {
            boolean readOnly = outage.how().keySet().stream().allMatch(how -> how == Outcome.READ_ONLY);
            String title = (outage.to() - outage.from()) / 1000 + " ms: " + outage.why();
            rect(out, y, shift + outage.from(), shift + outage.to(), scale, readOnly ? "#e8d44d" : "#c00", title);
        }
    }

    private static void rect(StringBuilder out, int y, long from, long to, double scale, String colour, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.2f\" y=\"%d\" width=\"%.2f\" height=\"%d\" fill=\"%s\">%s</rect>%n",
                from * scale,
                y + 2,
                Math.max(0.5, (to - from) * scale),
                BAND - 6,
                colour,
                title.isEmpty() ? "" : "<title>" + escaped(title) + "</title>"));
    }

    private static String colour(Seen seen) {
        return switch (seen) {
            case SOURCE -> "#d98324";
            case TARGET -> "#2f6fb2";
            case UNKNOWN -> "#bbb";
        };
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
