package io.cutovergate.probe.tls.rule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what the rules found at one address; a rule that never comes up is not among them. */
final class Judgements {

    private final String where;
    private final Map<TlsRule, List<String>> found = new EnumMap<>(TlsRule.class);

    Judgements(String where) {
        this.where = where;
    }

    /** They were applied. */
    void held(TlsRule... rules) {
        for (TlsRule rule : rules) {
            found.computeIfAbsent(rule, absent -> new ArrayList<>());
        }
    }

    void broken(TlsRule rule, String how) {
        List<String> known = found.computeIfAbsent(rule, absent -> new ArrayList<>());
        if (!known.contains(how)) {
            known.add(how);
        }
    }

    void judge(TlsRule rule, boolean holds, String otherwise) {
        held(rule);
        if (!holds) {
            broken(rule, otherwise);
        }
    }

    void judge(TlsRule rule, List<String> broken) {
        held(rule);
        broken.forEach(how -> broken(rule, how));
    }

    List<Judgement> list() {
        return found.entrySet().stream()
                .map(entry -> new Judgement(entry.getKey(), where, entry.getValue()))
                .toList();
    }
}
