package io.cutovergate.integrity.hosting;

import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.RowMapper;
import java.util.List;
import java.util.Locale;

/**
 * An order of texts.
 *
 * @param provider libc, ICU or PostgreSQL itself, by its letter in {@code pg_collation}
 * @param locale that of the provider
 */
public record Collation(String schema, String name, String provider, String locale) {

    private static final String USED = Resource.sql(Collation.class, "used_collations");
    private static final String KNOWN = Resource.sql(Collation.class, "known_collations");
    private static final String SYSTEM = "pg_catalog";
    private static final String LIBC = "c";

    private static final RowMapper<Collation> MAPPER = row -> new Collation(
            row.getString("of_schema"), row.getString("name"), row.getString("provider"), row.getString("locale"));

    /** Those that columns, domains and indexes of the database sort by. */
    public static List<Collation> usedBy(DatabaseAt database) {
        return database.rows("collations in use", USED, MAPPER);
    }

    /** All that the database could use. */
    public static List<Collation> knownTo(DatabaseAt database) {
        return database.rows("collations", KNOWN, MAPPER);
    }

    /**
     * Whether this is among them, or can be made there: one that the application made comes with its schema, and needs a
     * locale of the system's, which ICU makes of any name.
     */
    public boolean isPossibleWith(List<Collation> known) {
        return known.stream()
                .anyMatch(other -> schema.equals(SYSTEM)
                        ? other.schema.equals(SYSTEM) && other.isCalled(name)
                        : other.provider.equals(provider)
                                && (!provider.equals(LIBC)
                                        || normal(other.locale).equals(normal(locale))));
    }

    public boolean isCalled(String other) {
        return normal(name).equals(normal(other));
    }

    /** RDS writes en_US.UTF-8 where others write en_US.utf8. */
    private static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replace("utf-8", "utf8");
    }

    /** Kind and name. */
    public String object() {
        return "collation " + (schema.equals(SYSTEM) ? name : schema + "." + name);
    }
}
