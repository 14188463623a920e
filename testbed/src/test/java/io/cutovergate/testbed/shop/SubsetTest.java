package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.testbed.process.Database;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsetTest {

    private static final String UNMASKED_USERS =
            "select id, subject, born, newsletter, loyalty_points, credit, preferences::text, created_at from users";

    private final Database source;
    private final Database target;

    SubsetTest(TestServer server) {
        source = server.seeded();
        target = server.empty();
    }

    @BeforeAll
    void subset() throws Exception {
        Map<String, String> migrate = new HashMap<>(TestServer.settings("SHOP_DB", target));
        migrate.put("SHOP_SEED", "off");
        Migrate.run(new Env(migrate));
        source.execute(
                "insert into scheduled_tasks values ('probe', 'p', null, now(), false, null, null, null, 0, null, 1, 50)");
        Subset.run(settings());
    }

    private Env settings() {
        Map<String, String> settings = new HashMap<>(TestServer.settings("SHOP_SUBSET", source));
        settings.putAll(TestServer.settings("SHOP_DB", target));
        return new Env(settings);
    }

    @ParameterizedTest
    @CsvSource({
        "categories, 40",
        "products, 1200",
        "product_images, 1200",
        "\"Store Locations\", 25",
        "orders, 3000",
        "order_items, 6000",
        "reviews, 1500",
        "audit_log, 2000"
    })
    void holdsOnlyRowsOfTheSource(String table, int rows) {
        String all = "select t::text from " + table + " t";
        List<String> taken = target.query(all);

        assertThat(taken).hasSize(rows);
        assertThat(multiset(source.query(all))).containsAllEntriesOf(multiset(taken));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipments", "billing.invoices", "billing.payments"})
    void holdsAllThatBelongsToItsOrders(String table) {
        List<String> expected = source.query("select t::text from " + table
                + " t where order_id in (select id from orders where user_id % 2 = 1) order by 1");

        assertThat(target.query("select t::text from " + table + " t order by 1"))
                .isNotEmpty()
                .isEqualTo(expected);
    }

    @Test
    void holdsEverySecondUserWithThePersonalColumnsMasked() {
        assertThat(target.query(UNMASKED_USERS + " order by id"))
                .hasSize(1000)
                .isEqualTo(source.query(UNMASKED_USERS + " where id % 2 = 1 order by id"));
        for (String column : List.of("email", "phone", "full_name")) {
            String values = "select " + column + " from users where " + column + " is not null";
            assertThat(target.query(values))
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(new HashSet<>(source.query(values)));
        }
        assertThat(target.query("select distinct split_part(email, '@', 2) from users"))
                .containsExactly("example.invalid");
        assertThat(target.query("select count(*) from users where phone is null"))
                .isEqualTo(source.query("select count(*) from users where phone is null and id % 2 = 1"));
    }

    @Test
    void leavesSequencesWhereTheSourceHasThem() {
        String positions =
                "select schemaname, sequencename, last_value from pg_sequences where last_value is not null order by 1, 2";

        assertThat(target.query(positions)).contains("public|users_id_seq|2000").isEqualTo(source.query(positions));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions", "scheduled_tasks", "job_effects", "parked_jobs", "ticks", "heartbeat"})
    void takesNothingThatEachSideWritesForItself(String table) {
        assertThat(target.query("select count(*) from " + table)).containsExactly("0");
    }

    @Test
    void refusesADatabaseThatHasUsers() {
        assertThatThrownBy(() -> Subset.run(settings())).hasMessageContaining("SHOP_DB_URL");
        assertThat(target.query("select count(*) from users")).containsExactly("1000");
    }

    private static Map<String, Integer> multiset(List<String> rows) {
        Map<String, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row, 1, Integer::sum));
        return counts;
    }
}
