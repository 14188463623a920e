package io.cutovergate.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cutovergate.probe.comparison.Compared;
import io.cutovergate.probe.comparison.Interval;
import io.cutovergate.probe.comparison.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Shows a comparison: its figures as JSON, and its intervals as a picture. */
final class ComparisonReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDTH = 640;
    private static final int ROW = 48;

    private ComparisonReport() {}

    /** Times in milliseconds. */
    static String json(ComparisonRun run, List<Compared> compared, Duration stall) {
        ObjectNode root = JSON.createObjectNode().put("how", run.how()).put("paired", run.paired());
        root.set("source", side(run.source(), stall));
        root.set("target", side(run.target(), stall));
        ArrayNode percentiles = root.putArray("percentiles");
        for (Compared one : compared) {
            ObjectNode node = percentiles
                    .addObject()
                    .put("percent", one.percent())
                    .put("source", one.source())
                    .put("target", one.target());
            interval(node.putObject("ratio"), one.ratio());
            interval(node.putObject("difference"), one.difference());
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode side(SideRounds side, Duration stall) {
        Rounds rounds = side.rounds();
        ObjectNode node = JSON.createObjectNode()
                .put("samples", side.samples())
                .put("planned", side.planned())
                .put("rounds", side.answeredRounds())
                .put("errors", side.errors())
                .put("stallMillis", stall.toMillis())
                .put("shareOfStalls", rounds.shareAbove(stall.toMillis()));
        for (double percent : new double[] {50, 90, 95, 99, 100}) {
            node.put(percent == 100 ? "max" : "p" + (int) percent, rounds.percentile(percent));
        }
        return node;
    }

    private static void interval(ObjectNode node, Interval interval) {
        node.put("low", interval.low()).put("high", interval.high());
    }

    /**
     * SVG: for each percentile the interval of the ratio, and beside it the margin in red.
     *
     * @param margin highest ratio that is not slower
     */
    static String plot(List<Compared> compared, ToDoubleFunction<Compared> margin) {
        double right = compared.stream()
                .mapToDouble(one -> Math.max(one.ratio().high(), margin.applyAsDouble(one)))
                .max()
                .orElse(1);
        double left = compared.stream()
                .mapToDouble(one -> Math.min(one.ratio().low(), 1))
                .min()
                .orElse(1);
        Scale scale = new Scale(left - (right - left) / 10, right + (right - left) / 10);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -30 %d %d" font-family="sans-serif" font-size="12">
                <text x="0" y="-12">target's percentile in the source's: interval blue, equal grey, margin red</text>
                <path d="M%.1f 0V%d" stroke="grey"/>
                """, WIDTH + 80, ROW * compared.size() + 40, scale.x(1), ROW * compared.size()));
        for (int i = 0; i < compared.size(); i++) {
            Compared one = compared.get(i);
            int y = ROW * i + ROW / 2;
            double limit = scale.x(margin.applyAsDouble(one));
            svg.append(String.format(
                    Locale.ROOT,
                    """
                    <text x="-8" y="%d" text-anchor="end">p%d</text>
                    <path d="M%.1f %dV%d" stroke="red" stroke-width="2"/>
                    <path d="M%.1f %dH%.1f" stroke="blue" stroke-width="4"/>
                    <text x="%.1f" y="%d" text-anchor="middle">%.2f to %.2f; source %d ms, target %d ms</text>
                    """,
                    y + 4,
                    (int) one.percent(),
                    limit,
                    y - 12,
                    y + 12,
                    scale.x(one.ratio().low()),
                    y,
                    scale.x(one.ratio().high()),
                    WIDTH / 2.0,
                    y - 14,
                    one.ratio().low(),
                    one.ratio().high(),
                    one.source(),
                    one.target()));
        }
        return svg.append("</svg>\n").toString();
    }

    private record Scale(double left, double right) {
        double x(double ratio) {
            return right == left ? 0 : WIDTH * (ratio - left) / (right - left);
        }
    }
}
