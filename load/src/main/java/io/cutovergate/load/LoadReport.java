package io.cutovergate.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cutovergate.load.SimulationLog.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows a run: its figures as JSON, and latency over time as a picture. */
final class LoadReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 95.0, 99.0, 100.0);

    private static final int WIDTH = 720;
    private static final int HEIGHT = 240;
    private static final int WINDOWS = 60;

    private LoadReport() {}

    /** Times in milliseconds. */
    static String json(LoadRun run) {
        ObjectNode root = JSON.createObjectNode()
                .put("arrivalsPerSecond", run.perSecond())
                .put("countedMillis", run.counted().toMillis())
                .put("planned", run.planned())
                .put("sent", run.answers().size());
        root.set("all", json(run.overall()));
        ObjectNode endpoints = root.putObject("requests");
        run.endpoints().forEach(figures -> endpoints.set(figures.name(), json(figures)));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode json(Figures figures) {
        ObjectNode node =
                JSON.createObjectNode().put("samples", figures.count()).put("errors", figures.errors());
        PERCENTILES.forEach(percent -> node.put(
                percent == 100 ? "max" : "p" + percent.intValue(),
                figures.percentile(percent).toMillis()));
        return node;
    }

    /** SVG: the median and the 95th percentile of each window of time, and where requests failed. */
    static String plot(LoadRun run) {
        long window = Math.max(1000, run.counted().toMillis() / WINDOWS);
        List<Figures> windows = new ArrayList<>();
        for (long from = 0; from < run.counted().toMillis(); from += window) {
            long begin = from;
            List<Answer> inside = run.answers().stream()
                    .filter(answer -> answer.sent() >= begin && answer.sent() < begin + window)
                    .toList();
            windows.add(Figures.of("window", inside));
        }
        double top = Math.max(
                1,
                windows.stream()
                        .mapToLong(one -> one.percentile(95).toMillis())
                        .max()
                        .orElse(1));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -30 %d %d" font-family="sans-serif" font-size="12">
                <text x="0" y="-12">latency in ms: median grey, 95th percentile blue; failed requests red</text>
                <path d="M0 0V%d H%d" fill="none" stroke="black"/>
                <text x="-8" y="8" text-anchor="end">%d</text>
                <text x="-8" y="%d" text-anchor="end">0</text>
                <text x="%d" y="%d" text-anchor="end">%d s</text>
                <polyline fill="none" stroke="grey" points="%s"/>
                <polyline fill="none" stroke="blue" stroke-width="2" points="%s"/>
                %s
                </svg>
                """.formatted(
                        WIDTH + 80,
                        HEIGHT + 60,
                        HEIGHT,
                        WIDTH,
                        (long) top,
                        HEIGHT,
                        WIDTH,
                        HEIGHT + 18,
                        run.counted().toSeconds(),
                        line(windows, 50, top),
                        line(windows, 95, top),
                        failures(windows));
    }

    private static String line(List<Figures> windows, int percent, double top) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            double y = HEIGHT * (1 - windows.get(i).percentile(percent).toMillis() / top);
            points.add(String.format(Locale.ROOT, "%d,%.1f", x(i, windows.size()), y));
        }
        return String.join(" ", points);
    }

    private static String failures(List<Figures> windows) {
        List<Integer> failing = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            if (windows.get(i).errors() > 0) {
                failing.add(i);
            }
        }
        return failing.stream()
                .map(i ->
                        "<circle cx=\"" + x(i, windows.size()) + "\" cy=\"" + (HEIGHT - 4) + "\" r=\"4\" fill=\"red\">"
                                + "<title>" + windows.get(i).errors() + " failed</title></circle>")
                .collect(Collectors.joining("\n"));
    }

    private static int x(int window, int windows) {
        return windows == 1 ? WIDTH / 2 : WIDTH * window / (windows - 1);
    }
}
