package io.cutovergate.integrity.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Integrity;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A source under write load and a target that follows by logical replication: what is in flight is no difference. */
@ExtendWith(ServersExtension.class)
class UnderLoadTest {

    private static final int RUNS = 10;
    private static final Duration LAG = Duration.ofSeconds(3);

    /** The tables and the transaction of pgbench ("tpcb-like"): two rows of them change with every transaction. */
    private static final String TABLES = """
            create table pgbench_branches (bid int primary key, bbalance int, filler char(88));
            create table pgbench_tellers (tid int primary key, bid int, tbalance int, filler char(84));
            create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84));
            create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))
            """;

    private static final String ROWS = "insert into pgbench_branches values (1, 0);"
            + " insert into pgbench_tellers select i, 1, 0 from generate_series(1, 10) i;"
            + " insert into pgbench_accounts select i, 1, 0, '' from generate_series(1, 20000) i";

    /** So many transactions a second by each of two writers: what one apply worker can follow on a busy machine. */
    private static final int RATE = 150;

    /** Accounts beyond are written by nobody. */
    private static final int WRITTEN = 19_000;

    private static final List<String> TRANSACTION = List.of(
            "update pgbench_accounts set abalance = abalance + 1 where aid = ?",
            "update pgbench_tellers set tbalance = tbalance + 1 where tid = 1 + ? % 10",
            "update pgbench_branches set bbalance = bbalance + 1 where bid = 1 + ? * 0",
            "insert into pgbench_history values (1, 1, ?, 1, clock_timestamp())");

    @Test
    void nothingInFlightIsReportedAndWhatIsDamagedAlways(Servers servers) throws Exception {
        Databases databases = servers.create(TABLES);
        databases.source(ROWS, "create publication load for all tables");
        databases.target("create subscription load_" + databases.name() + " connection 'host=127.0.0.1 port="
                + servers.source().port() + " user=postgres dbname=" + databases.name() + "' publication load");
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong written = new AtomicLong();
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        try {
            Awaitility.await("the first copy").atMost(Duration.ofSeconds(60)).until(() -> copied(databases));
            for (int seed = 0; seed < 2; seed++) {
                Random random = new Random(seed);
                writers.add(CompletableFuture.runAsync(() -> write(servers, databases, random, stop, written)));
            }
            Awaitility.await("writes").atMost(Duration.ofSeconds(30)).until(() -> written.get() > 100);
            for (int run = 0; run < RUNS; run++) {
                Compared healthy = compare(databases);
                healthy.findsNothing();
                assertThat(healthy.result().rowsOnSource()).isGreaterThan(20_000);

                int damaged = WRITTEN + 1 + run;
                databases.target("update pgbench_accounts set abalance = -1 where aid = " + damaged);
                assertThat(compare(databases).differences("pgbench_accounts"))
                        .containsExactly("changed aid='" + damaged + "': abalance '0' on source, '-1' on target");
                databases.target("update pgbench_accounts set abalance = 0 where aid = " + damaged);
            }
        } finally {
            stop.set(true);
            writers.forEach(CompletableFuture::join);
            databases.target("drop subscription load_" + databases.name());
        }
        assertThat(written.get()).as("transactions meanwhile").isGreaterThan(1_000);
    }

    private static Compared compare(Databases databases) {
        return new Compared(DataComparison.run(
                databases.sides(),
                Databases.everything(),
                new Comparing(Rule.WHOLE, null, 2, 20, Integrity.Hash.FAST, LAG, Pace.FAST, ComparisonListener.NONE)));
    }

    private static boolean copied(Databases databases) throws SQLException {
        try (Connection target = databases.servers().target().connect(databases.name());
                var rows = target.createStatement()
                        .executeQuery("select count(*) from pg_subscription_rel where srsubstate <> 'r'")) {
            rows.next();
            return rows.getLong(1) == 0;
        }
    }

    private static void write(
            Servers servers, Databases databases, Random random, AtomicBoolean stop, AtomicLong written) {
        try (Connection source = servers.source().connect(databases.name())) {
            source.setAutoCommit(false);
            List<PreparedStatement> statements = new ArrayList<>();
            for (String sql : TRANSACTION) {
                statements.add(source.prepareStatement(sql));
            }
            for (long due = System.nanoTime(); !stop.get(); due += 1_000_000_000L / RATE) {
                LockSupport.parkNanos(due - System.nanoTime());
                int account = 1 + random.nextInt(WRITTEN);
                for (PreparedStatement statement : statements) {
                    statement.setInt(1, account);
                    statement.execute();
                }
                source.commit();
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the load ended", e);
        }
    }
}
