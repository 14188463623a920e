package io.cutovergate.integrity.hosting;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a server has been told about extensions.
 *
 * @param database of that server
 * @param preloaded the libraries that it loads when it starts; empty where the role may not see them
 * @param azure the extensions that may be created, where there is such a setting
 * @param rds the same of another cloud
 */
public record Loaded(
        DatabaseAt database, Optional<List<String>> preloaded, Optional<String> azure, Optional<String> rds) {

    private static final String LOADED = Resource.sql(Loaded.class, "loaded");

    public static Loaded of(DatabaseAt database) {
        return database.row(
                "loaded libraries",
                LOADED,
                row -> new Loaded(
                        database,
                        Optional.ofNullable(row.getString("libraries")).map(Loaded::names),
                        Optional.ofNullable(row.getString("azure")),
                        Optional.ofNullable(row.getString("rds"))));
    }

    /** Those libraries; {@link Unexamined} where they cannot be seen. */
    public List<String> require() {
        return preloaded.orElseThrow(() -> new Unexamined("shared_preload_libraries of " + database
                + " cannot be seen: grant pg_read_all_settings to the role that the gate connects as"));
    }

    private static List<String> names(String setting) {
        return Arrays.stream(setting.split(",", -1))
                .map(name -> name.strip().replace("\"", ""))
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
