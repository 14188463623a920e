package io.cutovergate.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two complete sides, the target's data replicated from the source's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionTest {
    private Testbed testbed;
    private Visitor visitor;
    private Leftovers leftovers;

    @BeforeAll
    void start(@TempDir Path temporary) {
        Path directory = temporary.resolve("production");
        testbed = Testbed.start(Environment.PRODUCTION, directory, line -> {});
        visitor = new Visitor(testbed.variables());
        leftovers = Leftovers.of(testbed, directory);
    }

    @AfterAll
    void nothingStaysBehind() {
        testbed.close();
        leftovers.assertNone(Duration.ofSeconds(1));
    }

    @Test
    void publicNamesMeanTheSourceAndMayMeanTheTarget() throws Exception {
        assertThat(visitor.get("api", "/version").header("X-Side")).isEqualTo("source");

        String records =
                visitor.variable("TESTBED_DNS_API") + "/zones/" + visitor.variable("TESTBED_DNS_ZONE") + "/dns_records";
        String token = visitor.variable("TESTBED_DNS_TOKEN");
        String found = Visitor.plain("GET", records + "?name=" + visitor.host("api"), token, null);
        String id = found.replaceAll(".*\"id\":\"([0-9a-f]+)\".*", "$1");
        Visitor.plain("PATCH", records + "/" + id, token, "{\"content\":\"127.0.20.1\"}");
        assertThat(visitor.get("api", "/version").header("X-Side")).isEqualTo("target");
        Visitor.plain("PATCH", records + "/" + id, token, "{\"content\":\"127.0.10.1\"}");
    }

    @Test
    void whatTheSourceWritesArrivesAtTheTarget() throws SQLException {
        sql("SOURCE", "update products set stock = 4711 where id = 42 returning id");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sql(
                        "TARGET", "select stock from products where id = 42")
                .equals("4711"));
        assertThat(sql("TARGET", "select count(*) from orders"))
                .isEqualTo(sql("SOURCE", "select count(*) from orders"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema-drift    | select count(*) from pg_indexes where indexname = 'order_items_product_id'",
                "schema-drift    | select attnotnull from pg_attribute where attrelid = 'orders'::regclass and attname = 'channel'",
                "row-changed     | select sum(total) from orders",
                "row-extra       | select count(*) from reviews",
                "privilege-revoked | select has_table_privilege('reporting', 'orders', 'select')",
                "setting-changed | select count(*) from pg_db_role_setting",
                "orphan-row      | select count(*) from order_items",
                "key-doubled     | select count(*) from products",
                "check-broken    | select min(price) < 0 from products",
                "sequence-behind | select last_value >= (select max(id) from categories) from categories_id_seq",
            })
    void dataFaultsMakeTheTargetDifferUntilTheyAreHealed(String fault, String query) throws SQLException {
        String healthy = sql("TARGET", query);
        testbed.inject(fault);
        assertThat(sql("TARGET", query)).isNotEqualTo(healthy);
        testbed.heal(fault);
        assertThat(sql("TARGET", query)).isEqualTo(healthy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subscription-disabled | TARGET | select subenabled from pg_subscription",
                "apply-frozen          | SOURCE | select pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn) > 4e6 from pg_replication_slots where slot_name = 'cutover'",
                "late-write            | SOURCE | select count(*) from categories where code = 'LATE'",
                "apply-stuck           | TARGET | select count(*) from heartbeat where writer = 'testbed-stuck'",
                "slot-forgotten        | SOURCE | select count(*) from pg_replication_slots",
                "slot-room-gone        | SOURCE | select safe_wal_size is null from pg_replication_slots where slot_name = 'cutover'",
                "export-refused        | SOURCE | select has_table_privilege('exporter', 'reviews', 'select')",
                "import-refused        | TARGET | select rolconnlimit from pg_roles where rolname = 'scratch'",
                "import-held-up        | TARGET | select count(*) from pg_locks where classid = 'pg_database'::regclass and mode = 'ShareUpdateExclusiveLock'",
            })
    void faultsOfEitherSideShowUntilTheyAreHealed(String fault, String side, String query) throws SQLException {
        String healthy = sql(side, query);
        testbed.inject(fault);
        assertThat(sql(side, query)).isNotEqualTo(healthy);
        testbed.heal(fault);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sql(side, query)
                .equals(healthy));
    }

    @Test
    void theSourceBeatsUntilItsWorkerIsStopped() throws SQLException {
        String young = "select max(beat_at) > clock_timestamp() - interval '3 s' from heartbeat";
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sql("TARGET", young)
                .equals("t"));
        testbed.inject("heartbeat-stopped");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sql("SOURCE", young)
                .equals("f"));
        testbed.heal("heartbeat-stopped");
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sql("TARGET", young)
                .equals("t"));
    }

    @Test
    void aReleaseIsPromotedUntilItIsHealed() throws Exception {
        String before = visitor.variable("TESTBED_BACKEND_DIGEST");
        testbed.inject("release-changed");
        assertThat(testbed.variables().get("TESTBED_BACKEND_DIGEST")).isNotEqualTo(before);
        testbed.heal("release-changed");
        assertThat(testbed.variables().get("TESTBED_BACKEND_DIGEST")).isEqualTo(before);
    }

    @Test
    void theSourceIsAlteredUntilItIsHealed() throws SQLException {
        String index = "select count(*) from pg_indexes where indexname = 'testbed_orders_channel'";
        testbed.inject("source-altered");
        assertThat(sql("SOURCE", index)).isEqualTo("1");
        testbed.heal("source-altered");
        assertThat(sql("SOURCE", index)).isEqualTo("0");
    }

    @Test
    void storesWantTheirPasswords() throws Exception {
        for (String side : new String[] {"SOURCE", "TARGET"}) {
            assertThat(redis(side, "PING\r\n")).startsWith("-NOAUTH");
            String password = visitor.variable("TESTBED_" + side + "_CACHE_PASSWORD");
            assertThat(redis(side, "AUTH " + password + "\r\nPING\r\n")).isEqualTo("+OK\r\n+PONG\r\n");
            assertThat(Visitor.plain("GET", visitor.variable("TESTBED_" + side + "_OBJECTS") + "/shop", null, null))
                    .contains("AccessDenied");
        }
    }

    @Test
    void paymentsAreChargedAndAnnounced() throws Exception {
        String payment = visitor.variable("TESTBED_PAYMENT");
        assertThat(Visitor.plain("GET", payment + "/v1/account", "wrong", null)).contains("No API key");
        assertThat(Visitor.plain("GET", payment + "/v1/account", visitor.variable("TESTBED_PAYMENT_KEY"), null))
                .contains("\"charges_enabled\":true");
        Map<String, String> intent = Map.of("amount", "2227", "currency", "cad");
        assertThat(Visitor.form(payment + "/v1/payment_intents", visitor.variable("TESTBED_PAYMENT_KEY"), intent))
                .contains("\"amount\":2227", "\"currency\":\"cad\"", "\"status\":\"succeeded\"");
    }

    private String redis(String side, String commands) throws IOException {
        String[] address = visitor.variable("TESTBED_" + side + "_CACHE")
                .replace("redis://", "")
                .split(":", 2);
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            socket.getOutputStream().write((commands + "QUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .replaceFirst("\\+OK\r\n$", "");
        }
    }

    private String sql(String side, String query) throws SQLException {
        return Visitor.sql(visitor, side, query);
    }
}
