package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.DatabaseServer;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Side;
import io.cutovergate.testbed.process.Database;
import java.util.Objects;

/** The target's server lacks something that the shop needs, or the source has outgrown it. */
final class HostingFaults {

    private HostingFaults() {}

    /** The shop itself has connections enough: what is short shows under production's load only. */
    static Broken connectionsLimited(Installation installation) {
        Database database = installation.target().admin();
        database.execute("alter database shop connection limit 60");
        return new Broken(
                "database shop takes 60 connections",
                () -> database.execute("alter database shop connection limit -1"));
    }

    /** As a cloud that has the extension and does not let anybody create it. */
    static Broken extensionNotAllowed(Installation installation) {
        Database database = installation.target().admin();
        database.execute("alter database shop set azure.extensions = 'PGCRYPTO,HSTORE'");
        return new Broken(
                "azure.extensions allows pgcrypto and hstore only",
                () -> database.execute("alter database shop reset azure.extensions"));
    }

    static Broken extensionOlder(Installation installation) {
        Database database = source(installation);
        String version = "update pg_extension set extversion = '%s' where extname = 'plpgsql'";
        database.execute(version.formatted("99.0"));
        return new Broken(
                "extension plpgsql of the source has version 99.0", () -> database.execute(version.formatted("1.0")));
    }

    static Broken roleMissing(Installation installation) {
        Database database = installation.target().admin();
        database.execute("alter role reporting rename to testbed_reporting");
        return new Broken(
                "role reporting is called testbed_reporting",
                () -> database.execute("alter role testbed_reporting rename to reporting"));
    }

    /** In a schema that nobody compares. */
    static Broken sourceGrown(Installation installation) {
        Database database = source(installation);
        database.execute(
                "create schema testbed",
                "create unlogged table testbed.ballast (filler text)",
                "alter table testbed.ballast alter column filler set storage external",
                "insert into testbed.ballast select repeat('x', 4000000) from generate_series(1, 60)");
        return new Broken(
                "table testbed.ballast of 240 MB on the source", () -> database.execute("drop schema testbed cascade"));
    }

    private static Database source(Installation installation) {
        DatabaseServer server = Objects.requireNonNull(installation.databases().get(Side.SOURCE));
        return server.admin();
    }
}
