package io.cutovergate.smoke.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules that alert, as a Prometheus server tells them (HTTP API, {@code GET /api/v1/rules}): it prints expressions in one
 * form, so that equal ones are equal texts.
 *
 * @param rules what each says, by group and name
 * @param unwell what the server could not evaluate, with its error
 */
record AlertRules(Map<String, String> rules, List<String> unwell) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Asks the server; {@link Unexamined} where it does not answer as one. */
    static AlertRules of(SideConfig.Alerts alerts, HttpProbe http) {
        HttpRequest request =
                HttpRequest.get(alerts.rules() + "/api/v1/rules?type=alert").bearer(alerts.token());
        HttpAnswer answer = http.ask(request);
        if (answer.status() != 200) {
            throw new Unexamined("the rules are not told: " + request + ": " + answer + "; " + answer.gist());
        }
        return parse(answer.whole(), request.toString());
    }

    /** Reads an answer that was kept. */
    static AlertRules of(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new Unexamined("the rules cannot be read: " + e + " (monitoring.alert-rules)", e);
        }
    }

    static AlertRules parse(String text, String where) {
        try {
            JsonNode groups = JSON.readTree(text).path("data").path("groups");
            if (!groups.isArray()) {
                throw new Unexamined(where + " is no answer of /api/v1/rules");
            }
            TreeMap<String, String> rules = new TreeMap<>();
            List<String> unwell = new ArrayList<>();
            groups.forEach(group -> group.path("rules").forEach(rule -> {
                if (!rule.path("type").asText().equals("alerting")) {
                    return;
                }
                String name =
                        group.path("name").asText() + "/" + rule.path("name").asText();
                // Two rules may share a name and differ in what they say.
                rules.merge(name, describe(rule), (one, other) -> one + " and " + other);
                if (rule.path("health").asText().equals("err")) {
                    unwell.add(name + ": " + rule.path("lastError").asText());
                }
            }));
            return new AlertRules(rules, List.copyOf(unwell));
        } catch (JsonProcessingException e) {
            throw new Unexamined(where + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String describe(JsonNode rule) {
        TreeMap<String, String> labels = new TreeMap<>();
        rule.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return rule.path("query").asText() + " for " + rule.path("duration").asLong() + "s " + labels;
    }

    /** In what other rules differ from these, readable. */
    List<String> differences(AlertRules other) {
        List<String> differences = new ArrayList<>();
        rules.forEach((name, rule) -> {
            String theirs = other.rules.get(name);
            if (theirs == null) {
                differences.add(name + " is missing");
            } else if (!theirs.equals(rule)) {
                differences.add(name + " is '" + theirs + "' instead of '" + rule + "'");
            }
        });
        other.rules.keySet().stream()
                .filter(name -> !rules.containsKey(name))
                .forEach(name -> differences.add(name + " is not in the reference"));
        return differences;
    }
}
