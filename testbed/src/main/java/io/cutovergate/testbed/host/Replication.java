package io.cutovergate.testbed.host;

import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Wait;
import java.time.Duration;
import java.util.List;

/**
 * Logical replication of the shop's data from source to target. Left out is what each side writes for itself: the
 * history of migrations, queue and results of the worker, and logins.
 */
final class Replication {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SEQUENCE_MARGIN = 1000;

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname),
                   exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
              and c.relname not in ('flyway_schema_history', 'scheduled_tasks', 'job_effects', 'parked_jobs', 'ticks', 'sessions')
            order by 1
            """;

    private Replication() {}

    /** Sets it up between two migrated databases, the target's empty, and waits until the first copy has arrived. */
    static void start(Database source, Database target) {
        List<String> tables = source.query(TABLES);
        for (String table : tables) {
            if (table.endsWith("|f")) {
                source.execute("alter table " + name(table) + " replica identity full");
                target.execute("alter table " + name(table) + " replica identity full");
            }
        }
        source.execute("create publication cutover for table "
                + String.join(", ", tables.stream().map(Replication::name).toList()));
        target.execute("create subscription cutover connection 'host=" + source.address() + " port=" + source.port()
                + " dbname=" + source.name() + " user=" + source.user() + " password=" + source.password()
                + "' publication cutover");
        awaitCopy(target);
        advanceSequences(source, target);
    }

    private static String name(String row) {
        return row.substring(0, row.lastIndexOf('|'));
    }

    private static void awaitCopy(Database target) {
        Wait.until(
                () -> target.query("select 1 from pg_subscription_rel where srsubstate not in ('r', 's')")
                        .isEmpty(),
                PATIENCE,
                () -> "the first copy of the replication has not arrived");
    }

    /** Replication does not move sequences (PostgreSQL, "Logical Replication", "Restrictions"). */
    private static void advanceSequences(Database source, Database target) {
        source.query("select format('%I.%I', schemaname, sequencename), last_value from pg_sequences"
                        + " where last_value is not null")
                .forEach(row -> target.query("select setval('" + name(row) + "', "
                        + (Long.parseLong(row.substring(row.lastIndexOf('|') + 1)) + SEQUENCE_MARGIN) + ")"));
    }
}
