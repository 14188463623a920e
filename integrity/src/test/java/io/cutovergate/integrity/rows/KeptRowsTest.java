package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Integrity;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After the cutover: what the target has written since is told from what it has lost of the source. */
@ExtendWith(ServersExtension.class)
class KeptRowsTest {

    private static final String ORDERS = "create table orders (id int primary key, total int);"
            + " insert into orders select i, i from generate_series(1, 100) i";

    @Test
    void whatTheTargetWroteSinceIsNoDifference(Servers servers) throws SQLException {
        Databases databases = servers.create(ORDERS);
        Writes opened = Writes.of(databases.sides().target());
        databases.target(
                "insert into orders values (101, 7)",
                "update orders set total = 0 where id = 3",
                "delete from orders where id = 4");

        TableResult orders = since(databases, opened).table("orders");

        assertThat(orders.differs()).as(orders.describe()).isFalse();
        assertThat(orders.written()).isEqualTo(3);
        assertThat(orders.describe()).contains("3 written on target since");
    }

    @Test
    void whatWasDifferentBeforeStaysADifference(Servers servers) throws SQLException {
        Databases databases = servers.create(ORDERS);
        databases.target("update orders set total = 0 where id = 3");
        Writes opened = Writes.of(databases.sides().target());
        databases.target("update orders set total = 0 where id = 5");
        databases.source("insert into orders values (101, 7)");

        Compared compared = since(databases, opened);

        assertThat(compared.differences("orders"))
                .containsExactly("changed id='3': total '3' on source, '0' on target", "missing id='101'");
        assertThat(compared.table("orders").written()).isEqualTo(1);
    }

    @Test
    void moreHaveGoneThanWereDeleted(Servers servers) throws SQLException {
        Databases databases = servers.create(ORDERS);
        databases.target("delete from orders where id = 1");
        Writes opened = Writes.of(databases.sides().target());
        databases.target("delete from orders where id = 2");

        assertThat(since(databases, opened).differences("orders")).containsExactly("missing id='1'", "missing id='2'");
    }

    @Test
    void rowsWithoutAKeyMayHaveChanged(Servers servers) throws SQLException {
        Databases databases = servers.create("create table log (a text); insert into log values ('x'), ('y'), ('y')");
        Writes opened = Writes.of(databases.sides().target());
        databases.target("update log set a = 'z' where a = 'x'");

        assertThat(since(databases, opened).table("log").differs()).isFalse();
        databases.target("truncate log");
        assertThat(since(databases, opened).table("log").counts()).containsEntry(Difference.Kind.MISSING, 3L);
    }

    private static Compared since(Databases databases, Writes opened) {
        return new Compared(DataComparison.run(
                databases.sides(),
                Databases.everything(),
                new Comparing(
                        Rule.KEPT,
                        opened,
                        2,
                        20,
                        Integrity.Hash.FAST,
                        Duration.ZERO,
                        Pace.FAST,
                        ComparisonListener.NONE)));
    }
}
