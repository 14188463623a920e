package io.cutovergate.integrity.anonymised;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.anonymised.Leaks.Leak;
import io.cutovergate.integrity.anonymised.Occurrences.Found;
import io.cutovergate.integrity.anonymised.Occurrences.Hashed;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.RowMapper;
import io.cutovergate.probe.sql.Rows;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for every protected value of the source in the target. Both servers hash with a salt that is made for this and kept nowhere, so
 * that nothing that was read could be looked up in a table of guessed values afterwards.
 */
public final class ProtectedValues {

    private static final String ICU = "pg_catalog.\"und-x-icu\"";
    private static final String PLAIN = "pg_catalog.\"C\"";
    private static final String HAS_ICU = "select exists (select from pg_collation where collname = 'und-x-icu')";

    private final Snapshots snapshots;
    private final Terms terms;
    private final List<Column> guarded;
    private final List<Column> searched;
    private final DatabaseRules rules;
    private List<String> domains = List.of();

    private ProtectedValues(
            Snapshots snapshots, Terms terms, List<Column> guarded, List<Column> searched, DatabaseRules rules) {
        this.snapshots = snapshots;
        this.terms = terms;
        this.guarded = guarded;
        this.searched = searched;
        this.rules = rules;
    }

    /** Compares the masked columns of the source with those of the target and with all of its texts. */
    public static Leaks search(Snapshots snapshots, DatabaseRules rules, int minLength) {
        Both<Columns> columns = snapshots.ask(side -> Columns.read(side.reading()));
        List<String> unknown = columns.source().unknown(rules.masked());
        if (!unknown.isEmpty()) {
            throw new Unexamined(
                    "the source has no " + String.join(", ", unknown) + ", which databases.*.masked declares");
        }
        List<Column> guarded = columns.source().masked(rules.masked());
        List<Column> searched = Stream.concat(
                        columns.target().masked(rules.masked()).stream(),
                        columns.target().searched(rules.notPersonal()).stream())
                .distinct()
                .toList();
        refuse(guarded, "source");
        refuse(columns.target().masked(rules.masked()), "target");
        String collation = collation(snapshots);
        return new ProtectedValues(snapshots, new Terms(collation, minLength), guarded, searched, rules).run();
    }

    private static void refuse(List<Column> columns, String side) {
        columns.stream()
                .filter(column -> column.kind() == Column.Kind.ELSEWHERE)
                .findFirst()
                .ifPresent(column -> {
                    throw new Unexamined(column + " on " + side + " is a foreign table's: its rows stand elsewhere");
                });
        if (columns.isEmpty()) {
            throw new Unexamined("the " + side + " has none of the columns that databases.*.masked declares");
        }
    }

    /** The rules by which letters lose their case: Unicode's where both servers know them. */
    private static String collation(Snapshots snapshots) {
        Both<Boolean> icu = snapshots.ask(side ->
                side.list("collations", HAS_ICU, row -> row.getBoolean(1)).get(0));
        return icu.source() && icu.target() ? ICU : PLAIN;
    }

    private Leaks run() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        List<String> setting = List.of(Terms.SALT, HexFormat.of().formatHex(random));
        snapshots.ask(side ->
                side.list("salt", "select set_config(p[1], p[2], true) from (select ?) s (p)", row -> 1, setting));
        domains = snapshots
                .on(Side.SOURCE)
                .list("domains of addresses", terms.domainsOf(guarded), row -> row.getString(1));
        Both<Rows<Hashed>> streams = snapshots.ask(this::stream);
        Occurrences occurrences;
        try (Rows<Hashed> source = streams.source();
                Rows<Hashed> target = streams.target()) {
            occurrences = Occurrences.of(source, target);
        }
        return new Leaks(
                named(occurrences.protectedValues()),
                tooShort(),
                searched,
                occurrences.looked(),
                leaks(occurrences.byTarget()),
                terms.collation());
    }

    private Rows<Hashed> stream(Snapshot side) {
        RowMapper<Hashed> mapper = row -> new Hashed(row.getString(1), row.getInt(2));
        return side.side() == Side.SOURCE
                ? side.stream("protected values", terms.ofProtected(guarded), mapper)
                : side.stream("texts", terms.ofFound(searched, domains), mapper, domains);
    }

    private Map<Column, Long> named(Map<Integer, Long> byNumber) {
        Map<Column, Long> named = new TreeMap<>(Comparator.comparing(Column::toString));
        guarded.forEach(column -> named.put(column, byNumber.getOrDefault(guarded.indexOf(column), 0L)));
        return named;
    }

    private Map<Column, Long> tooShort() {
        Snapshot source = snapshots.on(Side.SOURCE);
        return guarded.stream().collect(Collectors.toMap(column -> column, column -> source.list(
                        "short values of " + column, terms.tooShort(column), row -> row.getLong(1))
                .get(0)));
    }

    private List<Leak> leaks(Map<Integer, Found> found) {
        List<Leak> leaks = new ArrayList<>();
        found.forEach((number, one) -> {
            Column column = searched.get(number);
            leaks.add(new Leak(column, one.values(), named(one), place(column, one.hashes())));
        });
        return leaks;
    }

    private Map<Column, Long> named(Found found) {
        return found.bySource().entrySet().stream()
                .collect(Collectors.toMap(entry -> guarded.get(entry.getKey()), Map.Entry::getValue));
    }

    private String place(Column column, List<String> hashes) {
        Place place = Place.of(column, rules.masked());
        if (!place.isKnown()) {
            return place.toString();
        }
        return snapshots
                .on(Side.TARGET)
                .list(
                        "place of a protected value",
                        terms.place(column, place.sql(), domains),
                        row -> row.getString(1),
                        domains,
                        hashes)
                .stream()
                .findFirst()
                .orElse("");
    }
}
