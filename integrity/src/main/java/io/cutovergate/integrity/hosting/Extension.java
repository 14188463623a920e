package io.cutovergate.integrity.hosting;

import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An extension that a database needs.
 *
 * @param version that it has at least; null where any will do
 * @param libraries that its functions are in
 * @param by who needs it, for messages
 */
public record Extension(String name, @Nullable Version version, List<String> libraries, String by) {

    private static final String EXTENSIONS = Resource.sql(Extension.class, "extensions");

    /** Those that the database has. */
    public static List<Extension> of(DatabaseAt database) {
        return database.rows(
                "extensions",
                EXTENSIONS,
                row -> new Extension(
                        row.getString("name"),
                        new Version(row.getString("version")),
                        List.of((String[]) row.getArray("libraries").getArray()),
                        database.side().toString()));
    }

    /** As files write it: {@code name}, or {@code name version}. */
    public static Extension parse(String text, String key) {
        int space = text.indexOf(' ');
        return space < 0
                ? new Extension(text, null, List.of(), key)
                : new Extension(text.substring(0, space), new Version(text.substring(space + 1)), List.of(), key);
    }

    /** Whether that library is one of its own: one that its functions are in, or that is called as it is. */
    public boolean uses(String library) {
        return library.equals(name) || libraries.contains(library);
    }

    /** Kind and name. */
    public String object() {
        return "extension " + name;
    }

    @Override
    public String toString() {
        return version == null ? name : name + " " + version;
    }
}
