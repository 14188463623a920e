package io.cutovergate.smoke.alerts;

import io.cutovergate.harness.checklist.Checklist.AlertsArmed;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.AlertingAt;
import io.cutovergate.harness.subject.EachAlerting;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The alerts of the old side stand on the new one, and one that is raised there reaches somebody. */
@AlertsArmed
@EachAlerting
record AlertChecks(AlertingAt side, HttpProbe http, Evidence evidence) {

    private static final int SHOWN = 5;
    /** An alert ends by itself, so that nobody has to clear a test. */
    private static final Duration LIFE = Duration.ofMinutes(2);

    @Check("the alert rules are those of the reference, and the server can evaluate each of them")
    void rulesAreThoseOfTheReference() {
        AlertRules reference = reference();
        if (reference.rules().isEmpty()) {
            throw new Unexamined("the reference has no rule that alerts, so nothing is compared");
        }
        AlertRules rules = AlertRules.of(side.alerts(), http);
        List<String> differences = reference.differences(rules);
        evidence.measure("alert rules that differ", side, differences.size())
                .detail(differences.isEmpty() ? rules.rules().size() + " rules are the same" : shown(differences))
                .is(0, side.reference() == null ? "source.alerts.rules" : "monitoring.alert-rules");
        evidence.measure(
                        "alert rules that cannot be evaluated",
                        side,
                        rules.unwell().size())
                .detail(shown(rules.unwell()))
                .is(0, side.vantage().side() + ".alerts.rules");
    }

    private AlertRules reference() {
        if (side.reference() != null) {
            return AlertRules.of(side.reference());
        }
        if (side.source() == null) {
            throw new Unexamined(
                    "nobody says which rules there must be: neither monitoring.alert-rules nor source.alerts is configured");
        }
        return AlertRules.of(side.source(), http);
    }

    @Check("a test alert that is raised reaches the receiver within the limit")
    void aTestAlertArrives() {
        String webhook = side.alerts().webhook();
        if (side.alerts().alertmanager() == null || webhook == null) {
            throw new Unexamined("no alert can be followed: " + side.vantage().side()
                    + ".alerts.alertmanager and .webhook are both needed");
        }
        String mark = "cutover-gate-" + UUID.randomUUID();
        try (AlertCatcher catcher = AlertCatcher.at(webhook)) {
            HttpRequest request = raise(mark);
            HttpAnswer answer = http.ask(request);
            if (!answer.isSuccess()) {
                throw new Unexamined("the test alert is not taken: " + request + ": " + answer + "; " + answer.gist());
            }
            int arrived = Polling.until(side.limits().within(), () -> catcher.count(mark), count -> count > 0);
            evidence.measure("test alerts that arrived", side, arrived)
                    .detail(request + " was answered " + answer + "; waited at " + webhook + " for up to "
                            + Units.print(side.limits().within()))
                    .atLeast(1, "limits.alerts-armed.within");
        }
    }

    /** As a server with rules does (Alertmanager API v2, postAlerts). */
    private HttpRequest raise(String mark) {
        Instant now = Instant.now(Clock.systemUTC());
        Map<String, String> labels = new LinkedHashMap<>(side.alerts().labels());
        labels.put("alertname", "CutoverGateTest");
        labels.put("mark", mark);
        return HttpRequest.of("POST", side.alerts().alertmanager() + "/api/v2/alerts")
                .json(List.of(Map.of(
                        "labels", labels,
                        "annotations", Map.of("summary", "A test of Cutover Gate: nothing is wrong."),
                        "startsAt", now.toString(),
                        "endsAt", now.plus(LIFE).toString())))
                .bearer(side.alerts().token());
    }

    private static String shown(List<String> all) {
        return String.join("; ", all.stream().limit(SHOWN).toList()) + (all.size() > SHOWN ? "; …" : "");
    }
}
