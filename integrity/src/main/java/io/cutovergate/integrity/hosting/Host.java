package io.cutovergate.integrity.hosting;

import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;

/**
 * What a server and one of its databases allow.
 *
 * @param connections those of the whole server
 * @param reserved those of them that are kept for its administrators
 * @param limited those that the database may have; negative without a limit
 * @param identifier longest name, in bytes
 * @param block size of a page, in bytes, by which the size of a row and of an index entry is limited
 * @param workers processes that may apply what a subscription receives
 */
public record Host(
        int major,
        String version,
        String encoding,
        String provider,
        int connections,
        int reserved,
        int limited,
        int identifier,
        int block,
        String walLevel,
        int workers,
        int slots) {

    private static final String SERVER = Resource.sql(Host.class, "server");

    public static Host of(DatabaseAt database) {
        return database.row(
                "server",
                SERVER,
                row -> new Host(
                        row.getInt("major"),
                        row.getString("version"),
                        row.getString("encoding"),
                        row.getString("provider"),
                        row.getInt("connections"),
                        row.getInt("reserved"),
                        row.getInt("limited"),
                        row.getInt("identifier"),
                        row.getInt("block"),
                        row.getString("wal"),
                        row.getInt("workers"),
                        row.getInt("slots")));
    }

    /** Connections that an application can have. */
    public int usable() {
        int ofServer = connections - reserved;
        return limited < 0 ? ofServer : Math.min(limited, ofServer);
    }

    /** How those are made up, for messages. */
    public String connectionsExplained() {
        return "max_connections " + connections + ", " + reserved + " reserved, "
                + (limited < 0 ? "no limit of the database" : "the database limited to " + limited);
    }
}
