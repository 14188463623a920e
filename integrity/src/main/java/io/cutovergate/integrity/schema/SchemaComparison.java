package io.cutovergate.integrity.schema;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Compares what the catalogs of both sides say, object by object and property by property. */
public final class SchemaComparison {

    private final Map<Kind, Integer> compared = new EnumMap<>(Kind.class);
    private final List<SchemaDifference> differences = new ArrayList<>();
    private final List<SchemaDifference> harmless = new ArrayList<>();
    private final Set<TableName> missingTables = new HashSet<>();

    private SchemaComparison() {}

    public static SchemaResult run(Snapshots snapshots, List<String> schemas, Selection selection) {
        SchemaComparison comparison = new SchemaComparison();
        Both<Schema> sides = snapshots.ask(side -> Schema.read(side.reading(), schemas, selection));
        for (Kind kind : Kind.values()) {
            comparison.compare(kind, sides.map(side -> side.of(kind)));
        }
        return new SchemaResult(sides, comparison.compared, comparison.differences, comparison.harmless);
    }

    private void compare(Kind kind, Both<SortedMap<String, SchemaObject>> objects) {
        Set<String> names = new TreeSet<>(objects.source().keySet());
        names.addAll(objects.target().keySet());
        compared.put(kind, names.size());
        for (String name : names) {
            SchemaObject source = objects.source().get(name);
            SchemaObject target = objects.target().get(name);
            if (source == null && target != null) {
                missing(target, Side.SOURCE);
            } else if (target == null && source != null) {
                missing(source, Side.TARGET);
            } else if (source != null && target != null) {
                compare(source, target);
            }
        }
    }

    /** A table that is missing is said once, not again of all its parts. */
    private void missing(SchemaObject object, Side side) {
        SchemaDifference difference =
                new SchemaDifference(object.kind(), object.kind() + " " + object.name() + " is missing on " + side);
        if (object.kind() == Kind.TABLE) {
            object.table().ifPresent(missingTables::add);
            differences.add(difference);
        } else if (object.kind() == Kind.EXTENSION && side == Side.SOURCE) {
            // What a cloud installs for itself.
            harmless.add(difference);
        } else if (object.table().filter(missingTables::contains).isEmpty()) {
            differences.add(difference);
        }
    }

    private void compare(SchemaObject source, SchemaObject target) {
        source.properties().forEach((property, value) -> {
            String other = target.properties().get(property);
            if (other != null && !value.equals(other)) {
                differences.add(new SchemaDifference(
                        source.kind(),
                        source.kind() + " " + source.name() + ": " + property + " is " + Excerpt.of(value, other)
                                + " on source, " + Excerpt.of(other, value) + " on target"));
            }
        });
    }
}
