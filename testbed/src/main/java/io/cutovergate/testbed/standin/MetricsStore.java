package io.cutovergate.testbed.standin;

import io.cutovergate.testbed.net.Web;
import io.cutovergate.testbed.process.Repeating;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in for Prometheus: scrapes every process's {@code /metrics} each second and answers {@code /federate?match[]=…}
 * with the latest samples, labelled with job, side and instance, and {@code up} for each target.
 */
public final class MetricsStore {
    private static final long EVERY_MILLIS = 1000;
    private static final int PATIENCE_MILLIS = 2000;

    /** A process that is scraped. */
    private record Target(URI uri, Map<String, String> labels) {}

    private final List<Target> targets = new CopyOnWriteArrayList<>();
    private final Map<Target, List<Sample>> latest = new ConcurrentHashMap<>();
    private boolean scrapes = true;

    private MetricsStore(Web web, String address, int port) {
        web.serve(address, port, this::answer);
        Repeating.every(EVERY_MILLIS, "scraping", this::scrape);
    }

    /** Starts with no targets. */
    public static MetricsStore start(Web web, String address, int port) {
        return new MetricsStore(web, address, port);
    }

    /** Scrapes a process from now on. */
    public void follow(URI process, String job, String side, String instance) {
        targets.add(new Target(process.resolve("/metrics"), Map.of("job", job, "side", side, "instance", instance)));
    }

    /** Whether it scrapes; samples taken before stay, and grow old. */
    public synchronized void scrapes(boolean wanted) {
        scrapes = wanted;
    }

    private synchronized void scrape() {
        if (scrapes) {
            targets.forEach(target -> latest.put(target, scrape(target)));
        }
    }

    private static List<Sample> scrape(Target target) {
        long now = System.currentTimeMillis();
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) target.uri().toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try (InputStream in = connection.getInputStream()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return Sample.parse(text + "up 1\n", target.labels(), now);
            }
        } catch (IOException e) {
            return Sample.parse("up 0\n", target.labels(), now);
        }
    }

    private void answer(HttpServerExchange exchange) {
        if (!exchange.getRequestPath().equals("/federate")) {
            exchange.setStatusCode(404);
            exchange.getResponseSender().send("404 page not found\n");
            return;
        }
        Collection<String> wanted = exchange.getQueryParameters().containsKey("match[]")
                ? exchange.getQueryParameters().get("match[]")
                : List.of();
        try {
            List<Selector> selectors = wanted.stream().map(Selector::parse).toList();
            Map<String, StringBuilder> byName = new TreeMap<>();
            latest.values().stream()
                    .flatMap(List::stream)
                    .filter(sample -> selectors.stream().anyMatch(s -> s.matches(sample.name(), sample.labels())))
                    .forEach(sample -> byName.computeIfAbsent(
                                    sample.name(), name -> new StringBuilder("# TYPE " + name + " untyped\n"))
                            .append(sample.line()));
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
            exchange.getResponseSender().send(String.join("", byName.values()));
        } catch (IllegalArgumentException e) {
            exchange.setStatusCode(400);
            exchange.getResponseSender().send(e.getMessage() + "\n");
        }
    }
}
