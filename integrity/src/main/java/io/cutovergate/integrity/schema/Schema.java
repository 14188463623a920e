package io.cutovergate.integrity.schema;

import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.Reading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the catalog of one database says of the schemas that are compared, object by object. */
public final class Schema {

    private static final char END = '\0';

    private final Map<Kind, SortedMap<String, SchemaObject>> objects = new EnumMap<>(Kind.class);

    private Schema() {}

    /**
     * Reads all kinds, without the tables that the selection excludes and what belongs to them.
     *
     * @param roles whose privileges are read
     */
    public static Schema read(Reading reading, List<String> schemas, List<String> roles, Selection selection) {
        Schema schema = new Schema();
        for (Kind kind : Kind.values()) {
            SortedMap<String, SchemaObject> ofKind = new TreeMap<>();
            reading
                    .rows(
                            kind.plural(),
                            Resource.sql(Schema.class, kind.file()),
                            row -> SchemaObject.read(kind, row),
                            kind.ofRoles()
                                    ? new Object[] {array(schemas), array(roles)}
                                    : new Object[] {array(schemas)})
                    .stream()
                    .filter(object -> object.table().filter(selection::excludes).isEmpty())
                    .forEach(object -> ofKind.put(object.name(), object));
            schema.objects.put(kind, ofKind);
        }
        return schema;
    }

    private static String[] array(List<String> list) {
        return list.toArray(new String[0]);
    }

    SortedMap<String, SchemaObject> of(Kind kind) {
        return objects.getOrDefault(kind, new TreeMap<>());
    }

    /** How many objects of the kind there are. */
    public int count(Kind kind) {
        return of(kind).size();
    }

    /**
     * SHA-256 over the objects of the kind in the order of their names, each with everything in which it may differ. The
     * same for two databases exactly when the comparison finds no difference of that kind.
     */
    public String digest(Kind kind) {
        StringBuilder text = new StringBuilder();
        of(kind).forEach((name, object) -> {
            text.append(name).append(END);
            object.properties()
                    .forEach((property, value) ->
                            text.append(property).append(END).append(value).append(END));
            text.append(END);
        });
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
