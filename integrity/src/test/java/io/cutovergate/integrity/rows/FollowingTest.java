package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After a full comparison only what either side changes is compared, and nothing that changes is missed. */
@ExtendWith(ServersExtension.class)
class FollowingTest {

    private static final String[] SHOP = {
        "create table orders (id int primary key, code text, total numeric)",
        "insert into orders select i, 'c' || i, i from generate_series(1, 100) i",
        "create table log (line text); insert into log values ('a'), ('a'), ('b')",
        "create table parted (a text, b date, c int, primary key (a, b)) partition by range (b);"
                + " create table parted_1 partition of parted for values from ('2026-01-01') to ('2027-01-01');"
                + " insert into parted select 'k' || i, '2026-02-01', i from generate_series(1, 20) i",
        "create unlogged table counters (id int primary key, n int); insert into counters values (1, 1)",
        "create table quiet (id int primary key); insert into quiet values (1)"
    };

    @Test
    void whatChangesOnBothSidesAlikeIsEqual(Servers servers) throws SQLException {
        Databases databases = servers.create(SHOP);
        try (Following following = begin(databases)) {
            databases.both(
                    "update orders set total = 0 where id < 10",
                    "insert into orders values (101, 'x', null)",
                    "delete from orders where id = 50",
                    "update orders set id = 1000 where id = 60",
                    "insert into log values ('c')",
                    "update parted set c = 0 where a = 'k7'",
                    "update counters set n = 2",
                    "alter table quiet add column b int default 7");

            assertThat(following.catchUp()).isZero();
            Compared compared = new Compared(following.finish());

            compared.findsNothing();
            assertThat(compared.result().tables()).hasSize(5);
            assertThat(following.standing().changes()).isGreaterThan(20);
        }
    }

    @Test
    void whatOnlyOneSideChangesIsFound(Servers servers) throws SQLException {
        Databases databases = servers.create(SHOP);
        try (Following following = begin(databases)) {
            databases.source("update orders set total = 7.5 where id = 3", "delete from parted where a = 'k9'");
            // Behind the back of the replication.
            databases.target(
                    "update orders set code = 'forged' where id = 44",
                    "insert into log values ('d')",
                    "update counters set n = 3",
                    "truncate quiet");
            following.catchUp();

            Compared compared = new Compared(following.finish());

            assertThat(compared.differences("orders"))
                    .containsExactly(
                            "changed id='3': total '7.5' on source, '3' on target",
                            "changed id='44': code 'c44' on source, 'forged' on target");
            assertThat(compared.differences("parted")).containsExactly("extra a='k9', b='2026-02-01'");
            assertThat(compared.differences("log")).containsExactly("extra line='d'");
            assertThat(compared.differences("counters")).hasSize(1);
            assertThat(compared.differences("quiet")).containsExactly("missing id='1'");
        }
    }

    @Test
    void whatIsMendedBeforeTheEndIsEqual(Servers servers) throws SQLException {
        Databases databases = servers.create(SHOP);
        databases.target("update orders set total = 0 where id = 5");
        try (Following following = begin(databases)) {
            assertThat(following.full().verdict()).isEqualTo(DataResult.Verdict.DIFFERENT);
            databases.target("update orders set total = 5 where id = 5", "update orders set total = 0 where id = 6");
            assertThat(following.catchUp()).isEqualTo(0);
            databases.target("update orders set total = 6 where id = 6");

            assertThat(following.finish().verdict()).isEqualTo(DataResult.Verdict.EQUAL);
        }
    }

    @Test
    void theSlotIsGoneWithTheConnection(Servers servers) throws SQLException {
        Databases databases = servers.create(SHOP);
        Following following = begin(databases);
        assertThat(slots(servers, databases)).isEqualTo(1);
        following.close();

        org.awaitility.Awaitility.await().until(() -> slots(servers, databases) == 0);
    }

    @Test
    void aSideThatDoesNotTellItsChangesIsNamed(Servers servers) throws SQLException {
        Databases databases = servers.create("create table t (a int primary key); insert into t values (1)");
        databases.both("create role quiet_reader login", "grant select on t to quiet_reader");

        assertThatThrownBy(() ->
                        Following.begin(databases.as("quiet_reader"), Databases.everything(), Comparing.whole(1, 20)))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("change slot")
                .hasMessageContaining("source's database main");
    }

    private static Following begin(Databases databases) {
        return Following.begin(databases.sides(), Databases.everything(), Comparing.whole(2, 20));
    }

    private static long slots(Servers servers, Databases databases) throws SQLException {
        try (Connection target = servers.target().connect(databases.name());
                ResultSet rows = target.createStatement()
                        .executeQuery("select count(*) from pg_replication_slots where database = '" + databases.name()
                                + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
