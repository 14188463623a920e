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

    private static final String VERSION = "select current_setting('server_version_num')::int / 10000";

    private final Map<Kind, Integer> compared = new EnumMap<>(Kind.class);
    private final List<SchemaDifference> differences = new ArrayList<>();
    private final List<SchemaDifference> harmless = new ArrayList<>();
    private final Set<TableName> missingTables = new HashSet<>();

    private final boolean otherVersion;

    private SchemaComparison(boolean otherVersion) {
        this.otherVersion = otherVersion;
    }

    /**
     * Compares all kinds of objects.
     *
     * @param roles whose privileges are compared
     */
    public static SchemaResult run(Snapshots snapshots, List<String> schemas, List<String> roles, Selection selection) {
        Both<Integer> version = snapshots.ask(
                side -> side.list("version", VERSION, row -> row.getInt(1)).get(0));
        SchemaComparison comparison = new SchemaComparison(!version.source().equals(version.target()));
        Both<Schema> sides = snapshots.ask(side -> Schema.read(side.reading(), schemas, roles, selection));
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
        SchemaDifference difference = SchemaDifference.of(object, " is missing on " + side);
        if (object.kind() == Kind.TABLE) {
            object.table().ifPresent(missingTables::add);
            differences.add(difference);
        } else if (object.kind().toldWhenMissing() || isOfTheCloud(object, side)) {
            harmless.add(difference);
        } else if (!object.kind().ofAnother()
                && object.table().filter(missingTables::contains).isEmpty()) {
            differences.add(difference);
        }
    }

    /** What a cloud installs for itself on the target. */
    private static boolean isOfTheCloud(SchemaObject object, Side missingOn) {
        return missingOn == Side.SOURCE && (object.kind() == Kind.EXTENSION || object.kind() == Kind.EVENT_TRIGGER);
    }

    private void compare(SchemaObject source, SchemaObject target) {
        source.properties().forEach((property, value) -> {
            String other = target.property(property);
            if (value.equals(other)) {
                return;
            }
            SchemaDifference difference = SchemaDifference.of(
                    source,
                    ": " + property + " is " + Excerpt.of(value, other) + " on source, " + Excerpt.of(other, value)
                            + " on target");
            switch (Weight.of(source, target, property, otherVersion)) {
                case BREAKS -> differences.add(difference);
                case HARMLESS -> harmless.add(difference);
                case NOTHING -> {}
            }
        });
    }
}
