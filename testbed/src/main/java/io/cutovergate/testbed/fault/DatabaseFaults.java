package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Wait;
import java.io.IOException;
import java.time.Duration;

/** The target's database allows or means something else than the source's. */
final class DatabaseFaults {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    /**
     * Commits are acknowledged before they are on the disk, and the process that is to write them there stands still: a crash
     * forgets them (postgresql.org/docs/current/wal-async-commit.html).
     */
    static Broken commitsUnflushed(Installation installation) throws IOException {
        Database database = installation.target().admin();
        database.execute(
                "alter system set synchronous_commit = off",
                "alter system set bgwriter_lru_maxpages = 0",
                "select pg_reload_conf()");
        awaitCommit(database, "off");
        String writer = database.query("select pid from pg_stat_activity where backend_type = 'walwriter'")
                .get(0);
        signal("STOP", writer);
        return new Broken("synchronous_commit = off, and the writer of the log stands still", () -> {
            // A crash took it along, and another runs.
            if (ProcessHandle.of(Long.parseLong(writer)).isPresent()) {
                signal("CONT", writer);
            }
            database.execute(
                    "alter system reset synchronous_commit",
                    "alter system reset bgwriter_lru_maxpages",
                    "select pg_reload_conf()");
            awaitCommit(database, "on");
        });
    }

    private static void awaitCommit(Database database, String setting) {
        Wait.until(
                () -> database.query("show synchronous_commit").get(0).equals(setting),
                PATIENCE,
                () -> "the server does not read its configuration anew");
    }

    private static void signal(String name, String pid) throws IOException {
        new ProcessBuilder("kill", "-" + name, pid).start().onExit().join();
    }

    /** As a load with triggers disabled leaves it, and the catalog calls the foreign key valid. */
    static Broken orphanRow(Installation installation) {
        Database database = installation.target().admin();
        database.execute(
                "set session_replication_role = replica",
                "insert into order_items (order_id, line, product_id, quantity, unit_price) values (999999999, 1, 1, 1, 1)");
        return new Broken(
                "table public.order_items, key order_id = 999999999, line = 1",
                () -> database.execute("delete from order_items where order_id = 999999999"));
    }

    /** As an index does that another collation library sorts: it does not find the row that is there. */
    static Broken keyDoubled(Installation installation) {
        Database database = installation.target().admin();
        String ready = "update pg_index set indisready = %s where indexrelid = 'products_sku_key'::regclass";
        database.execute(ready.formatted("false"));
        String id = database.query("insert into products (sku, name, category_id, price)"
                        + " select sku, name, category_id, price from products where id = 1 returning id")
                .get(0);
        database.execute(ready.formatted("true"));
        // Not by its sku: the index does not know it.
        return new Broken(
                "table public.products, two rows with the sku of the first: id 1 and " + id,
                () -> database.execute("delete from products where id = " + id, "reindex index products_sku_key"));
    }

    /** A check that the source has validated stands on the target without ever having been. */
    static Broken checkBroken(Installation installation) {
        Database database = installation.target().admin();
        database.execute(
                "alter table products drop constraint products_price_not_negative",
                "update products set price = -price where id = 5",
                "alter table products add constraint products_price_not_negative check (price >= 0) not valid");
        return new Broken(
                "products id 5 has a negative price",
                () -> database.execute(
                        "update products set price = -price where id = 5 and price < 0",
                        "alter table products validate constraint products_price_not_negative"));
    }
}
