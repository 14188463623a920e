package io.cutovergate.probe.tls.rule;

import java.util.List;

/**
 * A rule that was applied at one address.
 *
 * @param where address and port
 * @param broken in which way it is broken, one by one; empty where it holds
 */
public record Judgement(TlsRule rule, String where, List<String> broken) {

    public Judgement {
        broken = List.copyOf(broken);
    }

    static Judgement of(TlsRule rule, String where, List<String> broken) {
        return new Judgement(rule, where, broken.stream().distinct().toList());
    }

    static Judgement of(TlsRule rule, String where, boolean holds, String broken) {
        return new Judgement(rule, where, holds ? List.of() : List.of(broken));
    }

    public boolean holds() {
        return broken.isEmpty();
    }

    @Override
    public String toString() {
        return "[" + rule.id() + "] " + where + ": " + (holds() ? "holds" : String.join("; ", broken));
    }
}
