package io.cutovergate.integrity.settings;

import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The collations that a side's indexes sort by. A library of another version sorts in another way: an index that was made
 * with the old one no longer finds its rows, and a unique one lets doubles in.
 */
public final class Collations {

    private static final String COLLATIONS = Resource.sql(Collations.class, "collations");
    private static final String DATABASE = Resource.sql(Collations.class, "database");
    private static final String VERSION = "select current_setting('server_version_num')::int / 10000";
    private static final int KNOWN_OF_DATABASES = 15;

    /**
     * A collation.
     *
     * @param name of the collation; empty for the database's own
     * @param made version of the library when it was made
     * @param today version of the library that sorts now
     * @param indexes that sort by it, as one text
     */
    public record Collation(
            String name,
            @Nullable String made,
            @Nullable String today,
            @Nullable String indexes) {

        /** Whether its library is another one than when the application's indexes were made. */
        public boolean changed() {
            return indexes != null && made != null && today != null && !made.equals(today);
        }

        private Collation of(Collation database) {
            return name.isEmpty() ? new Collation("", database.made(), database.today(), indexes) : this;
        }

        @Override
        public String toString() {
            return "collation " + (name.isEmpty() ? "of the database" : name);
        }
    }

    private Collations() {}

    public static List<Collation> read(Snapshot side) {
        Optional<Collation> database = ofDatabase(side);
        List<Collation> collations = new ArrayList<>();
        side.list(
                        "collations",
                        COLLATIONS,
                        row -> new Collation(
                                row.getString("name"),
                                row.getString("made"),
                                row.getString("today"),
                                row.getString("indexes")))
                .forEach(collation -> collations.add(database.map(collation::of).orElse(collation)));
        return collations;
    }

    private static Optional<Collation> ofDatabase(Snapshot side) {
        int version = side.list("version", VERSION, row -> row.getInt(1)).get(0);
        if (version < KNOWN_OF_DATABASES) {
            return Optional.empty();
        }
        return side
                .list(
                        "collation of the database",
                        DATABASE,
                        row -> new Collation("", row.getString("made"), row.getString("today"), null))
                .stream()
                .findFirst();
    }
}
