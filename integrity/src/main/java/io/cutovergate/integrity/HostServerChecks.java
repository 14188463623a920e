package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.TargetCanHost;
import io.cutovergate.harness.config.DatabaseNeeds;
import io.cutovergate.harness.config.DatabaseNeeds.LocaleProvider;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachHostedDatabase;
import io.cutovergate.harness.subject.HostedDatabase;
import io.cutovergate.integrity.hosting.Collation;
import io.cutovergate.integrity.hosting.Host;
import io.cutovergate.integrity.hosting.Missing;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is settled when a server is ordered, and hard to change once it holds data. */
@TargetCanHost
@EachHostedDatabase
record HostServerChecks(HostedDatabase database, SqlProbe sql, Evidence evidence) {

    private static final String SOURCE = "source";

    @Check(
            "the server is as new as needed, takes as many connections, and knows the encoding, the collations and what replication needs")
    void serverIsSufficient() {
        Optional<DatabaseNeeds> needs = database.needs();
        DatabaseAt target = sql.at(database.name(), Side.TARGET);
        Host host = Host.of(target);
        List<Runnable> rules = new ArrayList<>();
        needs.ifPresent(declared -> rules.addAll(ofNeeds(host, declared)));
        if (database.hasSource()) {
            rules.addAll(ofSource(host, Host.of(sql.at(database.name(), Side.SOURCE)), needs));
        }
        if (database.replicatedBack()) {
            rules.add(() -> evidence.measure("wal_level", database, host.walLevel())
                    .detail("without it the way back has no log to follow")
                    .is("logical", "replication.by, rollback.after-open"));
        }
        rules.add(() -> collations(target, needs));
        evidence.forEach(rules, Runnable::run);
    }

    private List<Runnable> ofNeeds(Host host, DatabaseNeeds needs) {
        List<Runnable> rules = new ArrayList<>();
        rules.add(() -> major(host, needs.version(), database.key() + ".version"));
        String encoding = needs.encoding();
        LocaleProvider provider = needs.localeProvider();
        Integer connections = needs.connections();
        if (encoding != null) {
            rules.add(() -> evidence.measure("encoding", database, host.encoding())
                    .is(normal(encoding), database.key() + ".encoding"));
        }
        if (provider != null) {
            rules.add(() -> evidence.measure("locale provider", database, host.provider())
                    .is(provider.toString(), database.key() + ".locale-provider"));
        }
        if (connections != null) {
            rules.add(() -> connections(host, connections, database.key() + ".connections"));
        }
        return rules;
    }

    /** PostgreSQL says UTF8 where others write utf-8. */
    private static String normal(String encoding) {
        return encoding.toUpperCase(Locale.ROOT).replace("-", "");
    }

    private List<Runnable> ofSource(Host host, Host source, Optional<DatabaseNeeds> needs) {
        List<Runnable> rules = new ArrayList<>(List.of(
                () -> major(host, source.major(), SOURCE),
                () -> evidence.measure("longest name in bytes", database, host.identifier())
                        .atLeast(source.identifier(), SOURCE),
                () -> evidence.measure("block size in bytes", database, host.block())
                        .atLeast(source.block(), SOURCE)));
        if (needs.map(DatabaseNeeds::connections).isEmpty()) {
            rules.add(() -> connections(
                    host,
                    source.usable(),
                    SOURCE + ": " + source.connectionsExplained() + "; or " + database.key() + ".connections"));
        }
        return rules;
    }

    private void major(Host host, int rule, String key) {
        evidence.measure("major version", database, host.major())
                .detail(host.version())
                .atLeast(rule, key);
    }

    private void connections(Host host, int rule, String key) {
        evidence.measure("connections for the application", database, host.usable())
                .detail(host.connectionsExplained())
                .atLeast(rule, key);
    }

    private void collations(DatabaseAt target, Optional<DatabaseNeeds> needs) {
        List<String> declared = needs.map(DatabaseNeeds::collations).orElse(List.of());
        List<Collation> used =
                database.hasSource() ? Collation.usedBy(sql.at(database.name(), Side.SOURCE)) : List.of();
        if (declared.isEmpty() && used.isEmpty()) {
            return;
        }
        List<Collation> known = Collation.knownTo(target);
        List<Missing> missing = new ArrayList<>();
        declared.stream()
                .filter(name -> known.stream().noneMatch(one -> one.isCalled(name)))
                .forEach(name -> missing.add(new Missing(
                        "collation " + name, "collation " + name + ", needed by " + database.key() + ".collations")));
        used.stream()
                .filter(collation -> !collation.isPossibleWith(known))
                .forEach(collation -> missing.add(new Missing(
                        collation.object(), collation.object() + ", used by columns or indexes of source")));
        Accepted accepted = Accepted.of(database.name(), database.rules());
        List<Missing> rest = accepted.rest(missing, Missing::object, evidence);
        evidence.measure("collations missing", database, rest.size())
                .detail(
                        rest.isEmpty()
                                ? declared.size() + used.size() + " needed"
                                : rest.stream().map(Missing::toString).collect(Collectors.joining("; ")))
                .is(0, accepted.key());
    }
}
