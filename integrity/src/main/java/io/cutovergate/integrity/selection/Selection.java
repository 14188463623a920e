package io.cutovergate.integrity.selection;

import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.DatabaseRules.Live;
import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.config.Integrity.Exclusion;
import io.cutovergate.harness.config.Integrity.Expect;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.Reading;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of two databases is compared, as the files declare it.
 *
 * @param subset whether the target holds a part of the source, in which masked columns differ on purpose
 * @param schemas the schemas to compare; none means all but the system's
 * @param excluded tables left out today
 */
public record Selection(
        boolean subset,
        List<String> schemas,
        List<Exclusion> excluded,
        List<Live> live,
        Map<String, List<String>> masked) {

    private static final String SCHEMAS = Resource.sql(Selection.class, "schemas");

    /** The rules of a pair on a day: an exclusion whose last day is over does not count. */
    public static Selection of(DatabasePair pair, LocalDate today) {
        return of(pair.rules(), pair.integrity(), today);
    }

    /** The rules of a database on a day. */
    public static Selection of(DatabaseRules rules, Integrity integrity, LocalDate today) {
        return new Selection(
                integrity.expect() == Expect.SUBSET,
                rules.schemas(),
                integrity.exclude().stream()
                        .filter(exclusion -> !today.isAfter(exclusion.until()))
                        .toList(),
                rules.live(),
                rules.masked());
    }

    /** The schemas to compare: those declared, or those of either side; {@link Unexamined} where neither has one. */
    public List<String> schemasOf(Snapshots snapshots) {
        Both<List<String>> present = snapshots.ask(side -> side.list("schemas", SCHEMAS, row -> row.getString(1)));
        List<String> known = Stream.concat(present.source().stream(), present.target().stream())
                .distinct()
                .sorted()
                .toList();
        if (!known.containsAll(schemas)) {
            throw new Unexamined("databases.*.schemas names " + schemas + "; the schemas of both sides are " + known);
        }
        return schemas.isEmpty() ? known : schemas;
    }

    /** The schemas of one database alone: those declared, or all that it has. */
    public List<String> schemasOf(Reading reading) {
        return schemas.isEmpty() ? reading.rows("schemas", SCHEMAS, row -> row.getString(1)) : schemas;
    }

    /** Whether the table takes no part at all, neither its rows nor its schema. */
    public boolean excludes(TableName table) {
        return excluded.stream().anyMatch(exclusion -> table.isCalled(exclusion.table()));
    }

    /** Why the rows of a table are not compared, or nothing where they are. */
    public Optional<String> liveRows(TableName table) {
        return live(table)
                .filter(live -> live.columns().isEmpty())
                .map(Live::why)
                .findFirst();
    }

    /** Columns in which a row may differ. */
    public Set<String> ignored(TableName table) {
        Set<String> columns = new TreeSet<>(subset ? masked(table) : Set.of());
        live(table).forEach(live -> columns.addAll(live.columns()));
        return columns;
    }

    /** Columns whose values no message may show. */
    public Set<String> masked(TableName table) {
        Set<String> columns = new HashSet<>();
        masked.forEach((declared, names) -> columns.addAll(table.isCalled(declared) ? names : List.of()));
        return columns;
    }

    /** Declarations that mean nothing in these tables: a mistyped one would show what it should mask. */
    public List<String> unknown(Map<TableName, Set<String>> columnsByTable) {
        Predicate<String> table =
                declared -> columnsByTable.keySet().stream().anyMatch(name -> name.isCalled(declared));
        Stream<String> tables = Stream.concat(
                        excluded.stream().map(Exclusion::table), live.stream().map(Live::table))
                .filter(table.negate());
        Stream<String> columns = Stream.concat(
                        live.stream()
                                .flatMap(one -> one.columns().stream().map(column -> List.of(one.table(), column))),
                        masked.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                                .map(column -> List.of(entry.getKey(), column))))
                .filter(declared -> columnsByTable.entrySet().stream()
                        .noneMatch(entry -> entry.getKey().isCalled(declared.get(0))
                                && entry.getValue().contains(declared.get(1))))
                .map(declared -> String.join(".", declared));
        return Stream.concat(tables, columns).distinct().sorted().toList();
    }

    private Stream<Live> live(TableName table) {
        return live.stream().filter(one -> table.isCalled(one.table()));
    }
}
