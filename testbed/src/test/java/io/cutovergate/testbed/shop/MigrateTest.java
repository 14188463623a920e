package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.cutovergate.testbed.process.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithDatabases.class)
class MigrateTest {

    private final TestServer server;

    MigrateTest(TestServer server) {
        this.server = server;
    }

    @Test
    void appliesEveryVersion() {
        assertThat(server.seeded()
                        .query("select version from flyway_schema_history where success order by installed_rank"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void seedsEveryTableThatTheShopIsBornWith() {
        Map<String, Long> rows = rows(server.seeded());

        assertThat(rows)
                .contains(
                        entry("public.users", 2000L),
                        entry("public.products", 1200L),
                        entry("public.categories", 40L),
                        entry("public.product_images", 1200L),
                        entry("public.\"Store Locations\"", 25L),
                        entry("public.orders", 6000L),
                        entry("public.order_items", 15000L),
                        entry("public.reviews", 3000L),
                        entry("public.audit_log", 5000L),
                        entry("public.sessions", 400L),
                        entry("public.gift_cards", 0L),
                        entry("public.scheduled_tasks", 40L));
        assertThat(rows.get("public.shipments")).isPositive();
        assertThat(rows.get("billing.invoices")).isPositive().isEqualTo(rows.get("billing.payments"));
        assertThat(rows.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(40_000);
    }

    @Test
    void seedsTheSameRowsEverywhere() throws Exception {
        Database other = server.empty();
        Migrate.run(new Env(TestServer.settings("SHOP_DB", other)));

        assertThat(content(other)).isEqualTo(content(server.seeded()));
    }

    @Test
    void leavesFilledTablesAloneWhenRunAgain() throws Exception {
        Database shop = server.seeded();
        Map<String, Long> before = rows(shop);

        Migrate.run(new Env(TestServer.settings("SHOP_DB", shop)));

        assertThat(rows(shop)).isEqualTo(before);
    }

    @Test
    void seedsNothingWhenToldSo() throws Exception {
        Database shop = server.empty();
        Map<String, String> settings = new HashMap<>(TestServer.settings("SHOP_DB", shop));
        settings.put("SHOP_SEED", "off");

        Migrate.run(new Env(settings));

        assertThat(rows(shop)).containsEntry("public.flyway_schema_history", 7L).containsEntry("public.users", 0L);
    }

    /** Numbers of rows by table. */
    static Map<String, Long> rows(Database database) {
        Map<String, Long> rows = new TreeMap<>();
        tables(database)
                .forEach(table -> rows.put(
                        table,
                        Long.valueOf(
                                database.query("select count(*) from " + table).get(0))));
        return rows;
    }

    /** A checksum over every row by table, but the history of migrations, which says when they ran. */
    private static Map<String, String> content(Database database) {
        Map<String, String> sums = new TreeMap<>();
        tables(database).stream()
                .filter(table -> !table.equals("public.flyway_schema_history"))
                .forEach(table -> sums.put(
                        table,
                        database.query("select sum(hashtextextended(t::text, 0)) from " + table + " t")
                                .get(0)));
        return sums;
    }

    private static List<String> tables(Database database) {
        return database.query("select format('%I.%I', schemaname, tablename) from pg_tables"
                + " where schemaname in ('public', 'billing') order by 1");
    }
}
