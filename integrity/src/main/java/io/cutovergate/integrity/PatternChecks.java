package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.DataAnonymised;
import io.cutovergate.harness.config.Integrity.Anonymised;
import io.cutovergate.harness.config.Integrity.Anonymised.Undeclared;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.integrity.anonymised.Column;
import io.cutovergate.integrity.anonymised.Columns;
import io.cutovergate.integrity.anonymised.PatternSearch;
import io.cutovergate.integrity.anonymised.PatternSearch.Tally;
import io.cutovergate.integrity.anonymised.pattern.Cards;
import io.cutovergate.integrity.anonymised.pattern.Emails;
import io.cutovergate.integrity.anonymised.pattern.Finder;
import io.cutovergate.integrity.anonymised.pattern.Ibans;
import io.cutovergate.integrity.anonymised.pattern.Names;
import io.cutovergate.integrity.anonymised.pattern.Phones;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What nobody declared: every text of the target, searched for what looks like a person's data and is not kept for tests. */
@DataAnonymised
@EachDatabasePair
record PatternChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    private static final String KEYS = "integrity.anonymised, databases.%s.not-personal";

    @Check("no text of the target holds a real e-mail address, telephone, card or account number, or a listed name")
    void patternsFindNothingReal() {
        Anonymised rules = pair.integrity().anonymised();
        try (Reading reading = sql.at(pair.name(), Side.TARGET)
                .within(pair.integrity().within())
                .snapshot()) {
            PatternSearch search =
                    new PatternSearch(reading, finders(rules), pair.rules().masked(), rules.names() != null);
            Columns columns = search.columns();
            List<Column> searched = columns.searched(pair.rules().notPersonal());
            if (searched.isEmpty()) {
                throw new Unexamined("the target's database " + pair.name() + " has no column that holds text");
            }
            judge(search.search(searched), searched.size());
            undeclared(columns, rules);
            if (!columns.elsewhere().isEmpty()) {
                throw new Unexamined("not searched, as their rows stand in another server: " + columns.elsewhere());
            }
        }
    }

    private static List<Finder> finders(Anonymised rules) {
        List<Finder> finders = new ArrayList<>(
                List.of(new Emails(rules.testDomains()), new Phones(rules.testPhones()), new Cards(), new Ibans()));
        if (rules.names() != null) {
            finders.add(Names.of(rules.names()));
        }
        return finders;
    }

    private void judge(PatternSearch search, int searched) {
        evidence.measure("columns searched", pair, searched)
                .detail(search.candidates() + " texts that could be personal were looked at")
                .atLeast(1, "databases");
        evidence.forEach(search.tallies().entrySet(), entry -> judge(entry.getKey(), entry.getValue()));
    }

    private void judge(Finder finder, Map<Column, Tally> tallies) {
        long reserved = tallies.values().stream().mapToLong(Tally::reserved).sum();
        Map<Column, Tally> real = tallies.entrySet().stream()
                .filter(entry -> entry.getValue().rows() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (real.isEmpty()) {
            evidence.measure("texts with real " + finder.what(), pair, 0L)
                    .detail(reserved + " seen that are kept for tests")
                    .is(0L, KEYS.formatted(pair.name()));
        }
        evidence.forEach(real.entrySet(), entry -> evidence.measure(
                        "texts with real " + finder.what(),
                        entry.getKey() + " of " + pair.id(),
                        entry.getValue().rows())
                .detail("for example in " + String.join("; ", entry.getValue().places()))
                .is(0L, KEYS.formatted(pair.name())));
    }

    private void undeclared(Columns columns, Anonymised rules) {
        List<Column> suspicious =
                columns.suspicious(pair.rules().masked(), pair.rules().notPersonal());
        String names = suspicious.stream().map(Column::toString).collect(Collectors.joining(", "));
        if (rules.undeclared() == Undeclared.REFUSED) {
            evidence.measure("columns that sound personal and are not declared", pair, suspicious.size())
                    .detail(names)
                    .is(0, "integrity.anonymised.undeclared: refused");
        } else if (!suspicious.isEmpty()) {
            evidence.note("columns of " + pair.name() + " that sound personal and are declared neither under masked nor"
                    + " under not-personal: " + names);
        }
    }
}
