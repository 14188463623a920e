package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.process.Database;

/** The rehearsal holds too little of production, or another kind of it; what is left is a part of the source all the same. */
final class VolumeFaults {

    /** Whoever asks as the shop may read what is kept, too. */
    private static final String OWNER = "set role shop";

    private VolumeFaults() {}

    static Broken rowsThinned(Installation installation) {
        return remove(
                installation,
                "audit_log",
                "at > (select percentile_disc(0.05) within group (order by at) from audit_log)");
    }

    static Broken distributionSkewed(Installation installation) {
        return remove(installation, "reviews", "rating > 3");
    }

    /** Rows of a table that no other refers to, kept where no comparison looks. */
    private static Broken remove(Installation installation, String table, String where) {
        Database target = installation.target().admin();
        String kept = "testbed_" + table + "." + table;
        target.execute(
                OWNER,
                "create schema testbed_" + table,
                "create table " + kept + " as select * from " + table + " where " + where,
                "delete from " + table + " where " + where);
        return new Broken(
                "table public." + table + " without the rows where " + where,
                () -> target.execute(
                        OWNER,
                        "insert into " + table + " select * from " + kept,
                        "drop schema testbed_" + table + " cascade"));
    }
}
