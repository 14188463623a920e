package io.cutovergate.testbed.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.testbed.net.Web;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stand-in for the alerting half of Prometheus and for Alertmanager, for both sides: {@code /SIDE/api/v1/rules} tells
 * rules that are never evaluated, and what is posted to {@code /SIDE/api/v2/alerts} goes to one webhook receiver in
 * version 4 of its form.
 */
public final class AlertServer {
    private static final Logger LOG = LoggerFactory.getLogger(AlertServer.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** A rule that alerts, with how many seconds it must hold. */
    public record Rule(String name, String query, long duration, String severity) {}

    private static final List<Rule> RULES = List.of(
            new Rule("TargetDown", "up == 0", 60, "page"),
            new Rule(
                    "ErrorsHigh",
                    "sum by (job) (rate(http_requests_total{status=~\"5..\"}[5m])) / sum by (job)"
                            + " (rate(http_requests_total[5m])) > 0.01",
                    300,
                    "page"),
            new Rule("QueueDeep", "jobs_due > 100", 600, "ticket"));

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, List<Rule>> rules = new ConcurrentHashMap<>();
    private final URI receiver;
    private boolean sends = true;

    private AlertServer(URI receiver) {
        this.receiver = receiver;
        rules.put("source", RULES);
        rules.put("target", RULES);
    }

    /** Starts; alerts go to the receiver, whether somebody listens there or not. */
    public static AlertServer start(Web web, String address, int port, URI receiver) {
        AlertServer server = new AlertServer(receiver);
        web.serve(address, port, server::answer);
        return server;
    }

    /** Replaces a side's rules; what they were. */
    public List<Rule> rules(String side, List<Rule> wanted) {
        return List.copyOf(rules.put(side, List.copyOf(wanted)));
    }

    /** What a side's rules are. */
    public List<Rule> rules(String side) {
        return rules.getOrDefault(side, List.of());
    }

    /** Whether alerts go on to the receiver. */
    public synchronized void sends(boolean wanted) {
        sends = wanted;
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        String[] path = exchange.getRequestPath().split("/", 3);
        String side = path.length > 1 ? path[1] : "";
        String rest = path.length > 2 ? path[2] : "";
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        if (rest.equals("api/v1/rules") && rules.containsKey(side)) {
            exchange.getResponseSender().send(JSON.writeValueAsString(told(rules(side))));
        } else if (rest.equals("api/v2/alerts")
                && exchange.getRequestMethod().toString().equals("POST")) {
            send(JSON.readTree(exchange.getInputStream()));
            exchange.getResponseSender().send("");
        } else {
            exchange.setStatusCode(404);
            exchange.getResponseSender().send("{}");
        }
    }

    private static Map<String, Object> told(List<Rule> rules) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Rule rule : rules) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("state", "inactive");
            one.put("name", rule.name());
            one.put("query", rule.query());
            one.put("duration", rule.duration());
            one.put("labels", Map.of("severity", rule.severity()));
            one.put("alerts", List.of());
            one.put("health", "ok");
            one.put("type", "alerting");
            all.add(one);
        }
        return Map.of("status", "success", "data", Map.of("groups", List.of(Map.of("name", "shop", "rules", all))));
    }

    private synchronized void send(JsonNode alerts) throws IOException {
        if (!sends) {
            return;
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("version", "4");
        message.put("status", "firing");
        message.put("receiver", "webhook");
        message.put("alerts", alerts);
        HttpRequest request = HttpRequest.newBuilder(receiver)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message)))
                .build();
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            // Whoever raised the alert is not told: neither does Alertmanager.
            LOG.warn("the receiver of alerts is not reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
