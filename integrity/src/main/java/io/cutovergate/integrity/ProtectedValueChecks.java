package io.cutovergate.integrity;

import io.cutovergate.harness.checklist.Checklist.DataAnonymised;
import io.cutovergate.harness.config.Integrity.Anonymised;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachMaskedDatabase;
import io.cutovergate.integrity.anonymised.Column;
import io.cutovergate.integrity.anonymised.Leaks;
import io.cutovergate.integrity.anonymised.Leaks.Leak;
import io.cutovergate.integrity.anonymised.ProtectedValues;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.Map;
import java.util.stream.Collectors;

/** The opposite of equality: what the files call personal must not stand in the target, in whatever column. */
@DataAnonymised
@EachMaskedDatabase
record ProtectedValueChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    private static final String ALLOWED = "integrity.anonymised.allowed";

    @Check("no value of a masked column of the source occurs in a column of the target, whole or decorated")
    void noProtectedValueOccurs() {
        Anonymised rules = pair.integrity().anonymised();
        Leaks leaks = search(rules);
        note(leaks, rules);
        if (leaks.values().values().stream().allMatch(values -> values == 0)) {
            throw new Unexamined("no masked column of " + pair.name() + " holds a value of at least "
                    + rules.minLength() + " characters on the source; there is nothing to look for");
        }
        if (leaks.terms() == 0) {
            throw new Unexamined("the target's database " + pair.name() + " holds no text; there is nothing to search");
        }
        evidence.measure(
                        "protected values looked for",
                        pair,
                        leaks.values().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())
                .detail(leaks.searched().size() + " columns of the target with " + leaks.terms()
                        + " distinct texts searched")
                .atLeast(1L, "databases." + pair.name() + ".masked");
        evidence.forEach(
                leaks.searched().stream()
                        .filter(column -> leaks.in(column) > 0 || isMasked(column, leaks))
                        .toList(),
                column -> judge(column, leaks, rules));
    }

    private Leaks search(Anonymised rules) {
        try (Snapshots snapshots = Snapshots.open(Pairs.databases(pair, sql))) {
            return ProtectedValues.search(snapshots, pair.rules(), rules.minLength());
        }
    }

    private static boolean isMasked(Column column, Leaks leaks) {
        return leaks.values().keySet().stream()
                .anyMatch(masked -> masked.toString().equals(column.toString()));
    }

    private void judge(Column column, Leaks leaks, Anonymised rules) {
        String found = leaks.leaks().stream()
                .filter(leak -> leak.column().equals(column))
                .map(ProtectedValueChecks::describe)
                .findFirst()
                .orElse("");
        evidence.measure("protected values that occur", column + " of " + pair.id(), leaks.in(column))
                .detail(found)
                .atMost(rules.allowed().getOrDefault(column.toString(), 0L), ALLOWED);
    }

    /** Where the values come from, and a row that holds one. */
    private static String describe(Leak leak) {
        String from = leak.from().entrySet().stream()
                .map(entry -> entry.getValue() + " of " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
        return "from the source: " + from + "; for example in " + leak.place();
    }

    private void note(Leaks leaks, Anonymised rules) {
        evidence.note("looked for in " + pair.name() + ": " + list(leaks.values())
                + "; without case, spaces and punctuation (collation " + leaks.folding() + ")");
        Map<Column, Long> tooShort = leaks.tooShort().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!tooShort.isEmpty()) {
            evidence.note("not looked for, as they have fewer than " + rules.minLength()
                    + " letters and digits (integrity.anonymised.min-length): " + list(tooShort));
        }
        pair.rules()
                .notPersonal()
                .forEach(harmless -> evidence.note("not searched, as declared: " + harmless.table() + " "
                        + harmless.columns() + " (" + harmless.why() + ")"));
    }

    private static String list(Map<Column, Long> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getValue() + " of " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
