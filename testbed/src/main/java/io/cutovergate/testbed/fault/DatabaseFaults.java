package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.process.Database;

/** The target's database allows or means something else than the source's. */
final class DatabaseFaults {

    private DatabaseFaults() {}

    static Broken privilegeRevoked(Installation installation) {
        Database database = installation.target().admin();
        database.execute("revoke select on orders from reporting");
        return new Broken(
                "reporting may not read public.orders", () -> database.execute("grant select on orders to reporting"));
    }
}
