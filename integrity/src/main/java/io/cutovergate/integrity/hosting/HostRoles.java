package io.cutovergate.integrity.hosting;

import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.List;

/** The roles of a server. */
public final class HostRoles {

    private static final String ROLES = Resource.sql(HostRoles.class, "roles");

    private HostRoles() {}

    /** Those to which something of the database belongs or is granted. */
    public static List<String> concernedBy(DatabaseAt database) {
        return database.rows("roles", ROLES, row -> row.getString("name"));
    }

    /** All that there are. */
    public static List<String> of(DatabaseAt database) {
        return database.rows("all roles", "select rolname from pg_roles", row -> row.getString(1));
    }
}
