package io.cutovergate.cutover;

import io.cutovergate.probe.comparison.Compared;
import io.cutovergate.probe.comparison.Rounds;
import io.cutovergate.probe.comparison.SpeedRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Draws how long answers took by their percentile, before and after; where it is judged, the interval of the target's, and up to
 * where more is allowed. The rarer the slower: both axes stretch what is there.
 */
final class LatencyPlot {

    private static final int WIDTH = 600;
    private static final int HEIGHT = 130;
    private static final int LEFT = 90;
    private static final int PANEL = HEIGHT + 56;
    private static final double[] TICKS = {0, 50, 90, 95, 99, 99.9};

    /** Nines that the axis shows: to the 99.9th percentile. */
    private static final double NINES = 3;

    private static final int STEPS = 120;

    private LatencyPlot() {}

    /**
     * SVG.
     *
     * @param cases of the same series in the same order
     */
    static String svg(List<BeforeAndAfter> all, List<SpeedRule.Case> cases, SpeedRule rule) {
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-%d -40 %d %d" font-family="sans-serif" font-size="12">
                <text x="0" y="-22">time by percentile: <tspan fill="#d98324">source before</tspan>, <tspan fill="#2f6fb2">target after, with intervals where it is judged</tspan>; <tspan fill="#c00">most that is allowed</tspan></text>
                """.formatted(LEFT, LEFT + WIDTH + 40, PANEL * all.size() + 40));
        for (int i = 0; i < all.size(); i++) {
            panel(svg, PANEL * i, all.get(i), cases.get(i).compared(), rule);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, int top, BeforeAndAfter one, List<Compared> compared, SpeedRule rule) {
        Rounds before = one.before().times();
        Rounds after = one.after().times();
        double low = Math.max(1, Math.min(before.percentile(0), after.percentile(0)));
        double high = Math.max(
                (double) Math.max(before.percentile(99.9), after.percentile(99.9)),
                compared.stream().mapToDouble(each -> most(each, rule)).max().orElse(1));
        Scale scale = new Scale(top + HEIGHT + 20, Math.log(low), Math.max(Math.log(high * 1.1), Math.log(low) + 0.1));
        svg.append("<text x=\"0\" y=\"%d\">%s</text>%n".formatted(top + 8, TimeLine.escaped(one.subject())));
        for (double tick : TICKS) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %dV%d\" stroke=\"#ddd\"/><text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#777\">%s</text>%n",
                    x(tick),
                    top + 20,
                    top + HEIGHT + 20,
                    x(tick),
                    top + HEIGHT + 34,
                    tick == 0 ? "fastest" : "p" + (tick == 99.9 ? "99.9" : String.valueOf((int) tick))));
        }
        for (double time : new double[] {low, high}) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"-8\" y=\"%.1f\" text-anchor=\"end\" fill=\"#777\">%.1f ms</text>%n",
                    scale.y(time) + 4,
                    time / 1000));
        }
        for (Compared each : compared) {
            svg.append(String.format(
                    Locale.ROOT,
                    """
                    <path d="M%1$.1f %2$.1fV%3$.1f" stroke="#2f6fb2" stroke-width="7" stroke-opacity="0.35"/>
                    <path d="M%4$.1f %5$.1fH%6$.1f" stroke="#c00" stroke-width="2"/>
                    """,
                    x(each.percent()),
                    scale.y(Math.max(low, each.source() * each.ratio().low())),
                    scale.y(Math.min(high * 1.1, each.source() * each.ratio().high())),
                    x(each.percent()) - 9,
                    scale.y(most(each, rule)),
                    x(each.percent()) + 9));
        }
        curve(svg, before, scale, "#d98324");
        curve(svg, after, scale, "#2f6fb2");
    }

    /** Not slower up to the ratio, nor by a difference that is none. */
    private static double most(Compared each, SpeedRule rule) {
        double negligible = (double) rule.negligible().toNanos() / rule.unit().toNanos();
        return Math.max(each.source() * rule.most(each), each.source() + negligible);
    }

    private static void curve(StringBuilder svg, Rounds times, Scale scale, String colour) {
        StringBuilder points = new StringBuilder();
        LongStream.rangeClosed(0, STEPS).forEach(step -> {
            double percent = 100 * (1 - Math.pow(10, -NINES * step / STEPS));
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(percent), scale.y((double) Math.max(1, times.percentile(percent)))));
        });
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>%n"
                .formatted(points.toString().strip(), colour));
    }

    /** By nines: as much room from 90 to 99 percent as from 99 to 99.9. */
    private static double x(double percent) {
        return WIDTH * -Math.log10(1 - percent / 100) / NINES;
    }

    /** Logarithmic, so that what is twice as slow is as much higher everywhere. */
    private record Scale(int bottom, double low, double high) {
        double y(double time) {
            return bottom - HEIGHT * (Math.log(time) - low) / (high - low);
        }
    }
}
