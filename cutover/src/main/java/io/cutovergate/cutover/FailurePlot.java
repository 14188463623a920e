package io.cutovergate.cutover;

import io.cutovergate.probe.comparison.Failures;
import io.cutovergate.probe.comparison.Interval;
import java.util.List;
import java.util.Locale;

/** Draws shares of requests that were not served, before and after, each with its interval, and up to where more is allowed. */
final class FailurePlot {

    private static final int WIDTH = 600;
    private static final int LEFT = 300;
    private static final int ROW = 52;

    private FailurePlot() {}

    /**
     * One series.
     *
     * @param most the highest share that keeps the rule
     */
    record Row(String subject, Failures before, Interval ofBefore, Failures after, Interval ofAfter, double most) {}

    static String svg(List<Row> rows) {
        double widest = rows.stream()
                .mapToDouble(row -> Math.max(
                        row.most(),
                        Math.max(row.ofBefore().high(), row.ofAfter().high())))
                .max()
                .orElse(1);
        double scale = WIDTH / (widest * 1.05);
        StringBuilder svg =
                new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-%d -40 %d %d" font-family="sans-serif" font-size="12">
                <text x="0" y="-20">not served: <tspan fill="#d98324">source before</tspan>, <tspan fill="#2f6fb2">target after</tspan>, with intervals; <tspan fill="#c00">most that is allowed</tspan></text>
                <path d="M0 0V%d" stroke="#999"/>
                """.formatted(LEFT, LEFT + WIDTH + 120, ROW * rows.size() + 60, ROW * rows.size()));
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int y = ROW * i;
            svg.append("<text x=\"-8\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                    .formatted(y + 26, TimeLine.escaped(row.subject())));
            bar(svg, y + 14, row.before(), row.ofBefore(), scale, "#d98324");
            bar(svg, y + 34, row.after(), row.ofAfter(), scale, "#2f6fb2");
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %dV%d\" stroke=\"#c00\" stroke-width=\"2\"/>%n",
                    row.most() * scale,
                    y + 6,
                    y + 42));
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(
            StringBuilder svg, int y, Failures failures, Interval interval, double scale, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                """
                <path d="M%.1f %dH%.1f" stroke="%s" stroke-width="4"/><circle cx="%.1f" cy="%d" r="4" fill="%s"/>
                <text x="%.1f" y="%d">%.3f %% (%d of %d)</text>
                """,
                interval.low() * scale,
                y,
                Math.max(interval.low() * scale + 0.5, interval.high() * scale),
                colour,
                failures.share() * scale,
                y,
                colour,
                interval.high() * scale + 8,
                y + 4,
                100 * failures.share(),
                failures.failed(),
                failures.all()));
    }
}
