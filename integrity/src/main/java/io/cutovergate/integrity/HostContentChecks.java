package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.TargetCanHost;
import io.cutovergate.harness.config.DatabaseNeeds;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachHostedDatabase;
import io.cutovergate.harness.subject.HostedDatabase;
import io.cutovergate.integrity.hosting.Extension;
import io.cutovergate.integrity.hosting.HostRoles;
import io.cutovergate.integrity.hosting.Loaded;
import io.cutovergate.integrity.hosting.Missing;
import io.cutovergate.integrity.hosting.Offer;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a schema refers to and does not bring: without it the first statement of the move fails, or the last. */
@TargetCanHost
@EachHostedDatabase
record HostContentChecks(HostedDatabase database, SqlProbe sql, Evidence evidence) {

    /** Written in SQL's own procedural language, and there in every server. */
    private static final String BUILT_IN = "plpgsql";

    @Check(
            "every extension that is needed can be created in at least that version, and the libraries that it needs are loaded")
    void extensionsAreAvailable() {
        List<Extension> needed = declared(DatabaseNeeds::extensions, Extension::parse);
        List<Extension> ofSource = database.hasSource() ? Extension.of(source()) : List.of();
        List<Extension> all = Stream.concat(needed.stream(), ofSource.stream()).toList();
        require(all, "extensions");
        Offer offer = Offer.of(target(), all);
        evidence.forEach(List.of(true, false), ofExtensions -> {
            if (ofExtensions) {
                judge(
                        "extensions missing",
                        all.stream().flatMap(one -> offer.lack(one).stream()).toList(),
                        all);
            } else {
                libraries(ofSource, offer.loaded());
            }
        });
    }

    @Check("every role that owns or is granted something exists")
    void rolesExist() {
        SortedMap<String, String> needed = new TreeMap<>();
        if (database.hasSource()) {
            List<String> named = database.rules().roles();
            String key = named.isEmpty() ? "source" : "databases." + database.name() + ".roles";
            (named.isEmpty() ? HostRoles.concernedBy(source()) : named).forEach(role -> needed.put(role, key));
        }
        declared(DatabaseNeeds::roles, Map::entry).forEach(role -> needed.put(role.getKey(), role.getValue()));
        require(needed.keySet(), "roles");
        List<String> roles = HostRoles.of(target());
        judge(
                "roles missing",
                needed.entrySet().stream()
                        .filter(role -> !roles.contains(role.getKey()))
                        .map(role -> new Missing(
                                "role " + role.getKey(), "role " + role.getKey() + ", needed by " + role.getValue()))
                        .toList(),
                needed.keySet());
    }

    /** What the source loads counts only where an extension of this database has it: a server has other databases, too. */
    private void libraries(List<Extension> ofSource, Loaded target) {
        SortedMap<String, String> needed = new TreeMap<>();
        declared(DatabaseNeeds::libraries, Map::entry).forEach(name -> needed.put(name.getKey(), name.getValue()));
        if (ofSource.stream()
                .anyMatch(
                        one -> !one.name().equals(BUILT_IN) && !one.libraries().isEmpty())) {
            List<String> loaded = Loaded.of(source()).require();
            loaded.stream()
                    .filter(library -> ofSource.stream().anyMatch(one -> one.uses(library)))
                    .forEach(library -> needed.putIfAbsent(library, "source"));
            List<String> others = loaded.stream()
                    .filter(library -> !needed.containsKey(library))
                    .toList();
            if (!others.isEmpty()) {
                evidence.note("libraries that the source loads and no extension of " + database.name() + " has: "
                        + String.join(", ", others));
            }
        }
        if (!needed.isEmpty()) {
            List<String> loaded = target.require();
            judge(
                    "libraries not loaded",
                    needed.entrySet().stream()
                            .filter(library -> !loaded.contains(library.getKey()))
                            .map(library -> new Missing(
                                    "library " + library.getKey(),
                                    "library " + library.getKey() + " is not among shared_preload_libraries; needed by "
                                            + library.getValue()))
                            .toList(),
                    needed.keySet());
        }
    }

    private void judge(String name, List<Missing> missing, Collection<?> needed) {
        Accepted accepted = Accepted.of(database.name(), database.rules());
        List<Missing> rest = accepted.rest(missing, Missing::object, evidence);
        evidence.measure(name, database, rest.size())
                .detail(
                        rest.isEmpty()
                                ? needed.stream()
                                                .map(Object::toString)
                                                .distinct()
                                                .collect(Collectors.joining(", ")) + " needed"
                                : rest.stream().map(Missing::toString).collect(Collectors.joining("; ")))
                .is(0, accepted.key());
    }

    /** Each that the files declare, with the key that does. */
    private <T> List<T> declared(Function<DatabaseNeeds, List<String>> part, BiFunction<String, String, T> maker) {
        return database.needs().map(part).orElse(List.of()).stream()
                .map(name -> maker.apply(name, database.key()))
                .toList();
    }

    private void require(Collection<?> needed, String what) {
        if (needed.isEmpty()) {
            throw new Unexamined("no " + what + " are known: " + database.key() + "." + what + " declares none"
                    + (database.hasSource() ? ", and the source uses none" : ", and there is no source"));
        }
    }

    private DatabaseAt source() {
        return sql.at(database.name(), Side.SOURCE);
    }

    private DatabaseAt target() {
        return sql.at(database.name(), Side.TARGET);
    }
}
