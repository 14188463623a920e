package io.cutovergate.smoke;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.TlsHost;
import io.cutovergate.probe.tls.rule.Judgement;
import io.cutovergate.probe.tls.rule.Severity;
import io.cutovergate.probe.tls.rule.TlsRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Records what rules found at the addresses of a host, one figure for each rule; those that only warn become notes. */
record RuleEvidence(TlsHost host, Evidence evidence) {

    void record(List<Judgement> judgements) {
        Map<TlsRule, List<Judgement>> byRule = judgements.stream()
                .collect(Collectors.groupingBy(
                        Judgement::rule, () -> new EnumMap<>(TlsRule.class), Collectors.toList()));
        evidence.forEach(byRule.entrySet(), entry -> record(entry.getKey(), entry.getValue()));
    }

    private void record(TlsRule rule, List<Judgement> judgements) {
        String broken = judgements.stream()
                .filter(judgement -> !judgement.holds())
                .map(judgement -> judgement.where() + ": " + String.join("; ", judgement.broken()))
                .collect(Collectors.joining(" | "));
        if (rule.severity() == Severity.WARN) {
            if (!broken.isEmpty()) {
                evidence.note("warning [" + rule.id() + "] of " + host + ", not so: " + rule.holds() + " ("
                        + rule.source() + "); " + broken);
            }
            return;
        }
        evidence.measure(rule.holds(), host, broken.isEmpty())
                .detail(broken.isEmpty() ? "[" + rule.id() + "]" : "[" + rule.id() + "] " + broken)
                .is(true, rule.source());
    }
}
