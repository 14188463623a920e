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

    /** The shop's own connections set their time zone: only whoever else connects sees other times. */
    static Broken settingChanged(Installation installation) {
        Database database = installation.target().admin();
        database.execute(
                "alter database shop set timezone = 'Asia/Tokyo'",
                "alter database shop set default_text_search_config = 'pg_catalog.german'");
        return new Broken(
                "database shop: timezone and default_text_search_config",
                () -> database.execute(
                        "alter database shop reset timezone", "alter database shop reset default_text_search_config"));
    }
}
