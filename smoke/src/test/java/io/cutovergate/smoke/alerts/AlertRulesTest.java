package io.cutovergate.smoke.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import org.junit.jupiter.api.Test;

class AlertRulesTest {

    @Test
    void namesWhatIsMissingOtherAndMore() {
        AlertRules reference = rules(rule("Down", "up == 0", 60, "ok"), rule("Slow", "p95 > 1", 300, "ok"));
        AlertRules target = rules(rule("Slow", "p95 > 10", 300, "ok"), rule("New", "x > 1", 0, "ok"));

        assertThat(reference.differences(target))
                .containsExactly(
                        "shop/Down is missing",
                        "shop/Slow is 'p95 > 10 for 300s {severity=page}' instead of 'p95 > 1 for 300s {severity=page}'",
                        "shop/New is not in the reference");
        assertThat(reference.differences(reference)).isEmpty();
    }

    @Test
    void aRuleThatCannotBeEvaluatedIsToldWithItsError() {
        assertThat(rules(rule("Down", "up == 0", 60, "err")).unwell()).containsExactly("shop/Down: no such metric");
    }

    @Test
    void rulesThatRecordAreNoAlerts() {
        assertThat(rules("{\"type\":\"recording\",\"name\":\"job:x\"}").rules()).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsNotRead() {
        assertThatThrownBy(() -> AlertRules.parse("{\"status\":\"error\"}", "here"))
                .isInstanceOf(Unexamined.class)
                .hasMessage("here is no answer of /api/v1/rules");
        assertThatThrownBy(() -> AlertRules.parse("<html>", "here"))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("here is no JSON");
    }

    private static AlertRules rules(String... rules) {
        return AlertRules.parse(
                "{\"data\":{\"groups\":[{\"name\":\"shop\",\"rules\":[" + String.join(",", rules) + "]}]}}", "here");
    }

    private static String rule(String name, String query, int duration, String health) {
        return ("{\"type\":\"alerting\",\"name\":\"%s\",\"query\":\"%s\",\"duration\":%d,\"health\":\"%s\","
                        + "\"lastError\":\"no such metric\",\"labels\":{\"severity\":\"page\"}}")
                .formatted(name, query, duration, health);
    }
}
