package io.cutovergate.integrity.schema;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
        for (Kind kind : Kind.values()) {
            comparison.compare(kind, snapshots.ask(side -> read(kind, side, schemas, selection)));
        }
        return new SchemaResult(comparison.compared, comparison.differences, comparison.harmless);
    }

    private static SortedMap<String, SchemaObject> read(
            Kind kind, Snapshot side, List<String> schemas, Selection selection) {
        SortedMap<String, SchemaObject> objects = new TreeMap<>();
        side
                .list(
                        kind.plural(),
                        Resource.sql(SchemaComparison.class, kind.toString()),
                        row -> SchemaObject.read(kind, row),
                        schemas)
                .stream()
                .filter(object -> object.table().filter(selection::excludes).isEmpty())
                .forEach(object -> objects.put(object.name(), object));
        return objects;
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
