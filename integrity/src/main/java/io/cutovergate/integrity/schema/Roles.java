package io.cutovergate.integrity.schema;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The roles whose privileges are compared.
 *
 * @param compared by name
 * @param notes roles of which nothing is said, and why
 */
public record Roles(List<String> compared, List<String> notes) {

    private static final String ROLES = Resource.sql(Roles.class, "roles");

    /** A role of one side. */
    private record Role(String name, boolean superuser, boolean concerned, boolean ofTheSystem) {}

    /**
     * Those declared; without any, those to which something in the database belongs or is granted, if both sides have
     * them and neither lets them do everything.
     *
     * @param key the key that declares them
     */
    public static Roles of(Snapshots snapshots, List<String> declared, String key) {
        Both<Map<String, Role>> roles = snapshots.ask(side -> {
            SortedMap<String, Role> ofSide = new TreeMap<>();
            side.list(
                            "roles",
                            ROLES,
                            row -> new Role(
                                    row.getString("name"),
                                    row.getBoolean("superuser"),
                                    row.getBoolean("concerned"),
                                    row.getBoolean("of_the_system")))
                    .forEach(role -> ofSide.put(role.name(), role));
            return ofSide;
        });
        for (String role : declared) {
            if (!roles.source().containsKey(role) && !roles.target().containsKey(role)) {
                throw new Unexamined(key + " names the role " + role + ", which neither side has");
            }
        }
        return declared.isEmpty() ? found(roles, key) : new Roles(declared, List.of());
    }

    private static Roles found(Both<Map<String, Role>> roles, String key) {
        TreeSet<String> names = new TreeSet<>(roles.source().keySet());
        names.addAll(roles.target().keySet());
        List<String> compared = new ArrayList<>();
        List<String> oneSided = new ArrayList<>();
        List<String> superusers = new ArrayList<>();
        for (String name : names) {
            Role source = roles.source().get(name);
            Role target = roles.target().get(name);
            List<Role> known =
                    Stream.of(source, target).flatMap(Stream::ofNullable).toList();
            if (known.stream().noneMatch(Role::concerned) || known.stream().anyMatch(Role::ofTheSystem)) {
                continue;
            }
            if (source == null || target == null) {
                oneSided.add(name + " (" + (source == null ? "target" : "source") + ")");
            } else if (known.stream().anyMatch(Role::superuser)) {
                superusers.add(name);
            } else {
                compared.add(name);
            }
        }
        List<String> notes = new ArrayList<>();
        note(notes, "roles of one side only", oneSided, key);
        note(notes, "superusers", superusers, key);
        return new Roles(compared, notes);
    }

    private static void note(List<String> notes, String what, List<String> roles, String key) {
        if (!roles.isEmpty()) {
            notes.add(what + ", whose privileges are not compared because " + key + " does not name them: "
                    + String.join(", ", roles));
        }
    }
}
