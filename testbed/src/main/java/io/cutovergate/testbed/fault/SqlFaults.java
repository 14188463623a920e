package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.process.Database;
import java.util.List;

/**
 * The target's database holds what it should not. Replication leaves all of this alone: it touches neither schema,
 * sequences, history nor queue, and a row only when the source writes that row.
 */
final class SqlFaults {
    private static final String LAST_MIGRATION =
            "where installed_rank = (select max(installed_rank) from flyway_schema_history)";

    private SqlFaults() {}

    static Broken migrationFailed(Installation installation) {
        Database database = installation.target().admin();
        database.execute("update flyway_schema_history set success = false " + LAST_MIGRATION);
        return new Broken(
                "flyway_schema_history: success = false " + LAST_MIGRATION,
                () -> database.execute("update flyway_schema_history set success = true " + LAST_MIGRATION));
    }

    static Broken migrationMissing(Installation installation) {
        Database database = installation.target().admin();
        String row = one(database, "select row_to_json(h) from flyway_schema_history h " + LAST_MIGRATION);
        database.execute("delete from flyway_schema_history " + LAST_MIGRATION);
        return new Broken(
                "flyway_schema_history without " + row, () -> database.execute(restore("flyway_schema_history", row)));
    }

    static Broken productsWrong(Installation installation) {
        Database database = installation.target().admin();
        String before = one(database, "select quote_literal(name) || ', ' || price from products where id = 1");
        database.execute("update products set name = 'Not what you ordered', price = price + 1000 where id = 1");
        installation.target().flushCache();
        return new Broken("products id 1: name and price", () -> {
            database.execute("update products set (name, price) = (" + before + ") where id = 1");
            installation.target().flushCache();
        });
    }

    static Broken jobDoubled(Installation installation) {
        Database database = installation.target().admin();
        database.execute(
                """
                create function testbed_twice() returns trigger language plpgsql as $$
                begin
                    if pg_trigger_depth() = 1 then
                        insert into job_effects (probe, worker) values (new.probe, new.worker);
                    end if;
                    return null;
                end $$
                """,
                "create trigger testbed_twice after insert on job_effects for each row execute function testbed_twice()");
        return new Broken(
                "every row of job_effects written twice",
                () -> database.execute("drop function testbed_twice cascade"));
    }

    static Broken queueBacklog(Installation installation) {
        Database database = installation.target().admin();
        database.execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " select 'testbed-unknown', n::text, now() - interval '1 hour', false, 1"
                + " from generate_series(1, 300) n");
        return new Broken(
                "300 overdue executions of testbed-unknown in scheduled_tasks",
                () -> database.execute("delete from scheduled_tasks where task_name = 'testbed-unknown'"));
    }

    /** As a worker that took a job and was killed with it, where nobody looks for such jobs. */
    static Broken jobStuck(Installation installation) {
        Database database = installation.target().admin();
        database.execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                + " last_heartbeat, version) values ('testbed-unknown', 'held', now() - interval '1 hour', true,"
                + " 'worker-gone', now() - interval '1 hour', 2)");
        return new Broken(
                "a job is held by a worker that is gone for an hour",
                () -> database.execute("delete from scheduled_tasks where task_name = 'testbed-unknown'"));
    }

    static Broken schemaDrift(Installation installation) {
        Database database = installation.target().admin();
        String index = one(database, "select pg_get_indexdef('order_items_product_id'::regclass)");
        database.execute("drop index order_items_product_id", "alter table orders alter column channel drop not null");
        return new Broken(
                "index order_items_product_id dropped, orders.channel nullable",
                () -> database.execute(index, "alter table orders alter column channel set not null"));
    }

    /** On the source: what the target was made from is no longer what it is. */
    static Broken sourceAltered(Installation installation) {
        Database database = installation.source().admin();
        database.execute("create index testbed_orders_channel on orders (channel)");
        return new Broken(
                "index testbed_orders_channel created on the source",
                () -> database.execute("drop index testbed_orders_channel"));
    }

    static Broken rowChanged(Installation installation) {
        Database database = installation.target().admin();
        List<String> row = List.of(one(database, "select id, total from orders order by id limit 1")
                .split("\\|", -1));
        database.execute("update orders set total = total + 0.01 where id = " + row.get(0));
        return new Broken(
                "table public.orders, key id = " + row.get(0) + ", column total",
                () -> database.execute("update orders set total = " + row.get(1) + " where id = " + row.get(0)));
    }

    static Broken rowExtra(Installation installation) {
        Database database = installation.target().admin();
        String product = one(
                database,
                "select p.id from products p where not exists"
                        + " (select from reviews r where r.product_id = p.id and r.user_id = 1) order by p.id limit 1");
        database.execute("insert into reviews (product_id, user_id, rating, body, written_at)" + " values (" + product
                + ", 1, 5, 'Nobody wrote this.', now())");
        return new Broken(
                "table public.reviews, key product_id = " + product + ", user_id = 1",
                () -> database.execute("delete from reviews where user_id = 1 and product_id = " + product));
    }

    static Broken sequenceBehind(Installation installation) {
        Database database = installation.target().admin();
        String before = one(database, "select last_value from categories_id_seq");
        database.query("select setval('categories_id_seq', 1)");
        return new Broken(
                "sequence public.categories_id_seq at 1",
                () -> database.query("select setval('categories_id_seq', " + before + ")"));
    }

    private static String restore(String table, String row) {
        return "insert into " + table + " select * from json_populate_record(null::" + table + ", '"
                + row.replace("'", "''") + "')";
    }

    private static String one(Database database, String sql) {
        return database.query(sql).stream().findFirst().orElseThrow(() -> new TestbedException("no row for: " + sql));
    }
}
