package io.cutovergate.cutover.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.testing.TestDatabases;
import io.cutovergate.testbed.process.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On a PostgreSQL server, whose statistics tell of a write up to a second late. */
@ExtendWith(TestDatabases.class)
class FootprintTest {

    private Database database;

    @BeforeEach
    void create(TestDatabases.Server server) {
        database = server.empty();
        database.execute("create table orders (id bigint generated always as identity, note text)");
    }

    @Test
    void seesWhatAWriteMoves() {
        Footprint before = read();
        assertThat(read().movedSince(before)).isEmpty();
        assertThat(read().writtenSince(before)).isEmpty();
        assertThat(read().transaction()).isEqualTo(before.transaction());
        database.execute("insert into orders (note) values ('a'), ('b')");
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(read().writtenSince(before))
                .containsExactly("public.orders (2 rows)"));
        assertThat(read().movedSince(before)).containsExactly("public.orders_id_seq (from nothing to 2)");
        assertThat(read().transaction()).isGreaterThan(before.transaction());
    }

    @Test
    void leavesOutWhatASubscriptionWrites() {
        Footprint before = new Footprint(Map.of(), Map.of("orders", 1L, "jobs", 1L), List.of("orders"), 1);
        Footprint after = new Footprint(Map.of(), Map.of("orders", 9L, "jobs", 2L), List.of("orders"), 9);
        assertThat(after.writtenSince(before)).containsExactly("jobs (1 rows)");
    }

    @Test
    void concludesNothingFromStatisticsThatBeganAnew() {
        Footprint before = new Footprint(Map.of(), Map.of("jobs", 7L), List.of(), 1);
        Footprint after = new Footprint(Map.of(), Map.of("jobs", 0L), List.of(), 1);
        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(() -> after.writtenSince(before))
                .withMessageContaining("jobs had 7 rows written, and now 0");
    }

    @Test
    void tellsWhoIsConnectedAndWhoWrites() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbc() + "?ApplicationName=report", database.user(), database.password());
                Statement statement = connection.createStatement()) {
            assertThat(clients()).singleElement().satisfies(client -> {
                assertThat(client.application()).isEqualTo("report");
                assertThat(client.ours()).isFalse();
                assertThat(client.writes()).isFalse();
            });
            connection.setAutoCommit(false);
            statement.execute("insert into orders (note) values ('c')");
            assertThat(clients()).singleElement().matches(Client::writes);
            connection.rollback();
        }
    }

    @Test
    void doesNotTakeWhatARoleMayNotSeeForNothing() throws SQLException {
        String role = "blind_" + database.name();
        database.execute("create role " + role + " login password 'x'");
        Database blind = database.as(database.name(), role, "x");
        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(() -> read(blind))
                .withMessageContaining("may not read 1 sequences of the source, such as public.orders_id_seq");
        try (Connection connection =
                DriverManager.getConnection(database.jdbc(), database.user(), database.password())) {
            assertThat(connection.isValid(1)).isTrue();
            assertThatExceptionOfType(Unexamined.class)
                    .isThrownBy(() -> clients(blind))
                    .withMessageContaining("pg_monitor");
        }
    }

    private Footprint read() {
        return read(database);
    }

    private static Footprint read(Database as) {
        try (Reading reading = TestDatabases.Server.read(as).reading()) {
            return Footprint.of(reading);
        }
    }

    private List<Client> clients() {
        return clients(database);
    }

    private static List<Client> clients(Database as) {
        try (Reading reading = TestDatabases.Server.read(as).reading()) {
            return Client.of(reading);
        }
    }
}
