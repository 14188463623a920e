package io.cutovergate.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Server;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The claims of replication-caught-up, judged on real subscriptions that follow, and on those that do not. */
@ExtendWith(ServersExtension.class)
class ReplicationTest {

    private static final String RULES = "{ heartbeat: { table: public.heartbeat, column: at } }";
    private static final String BEAT =
            "insert into heartbeat values (1, clock_timestamp())" + " on conflict (id) do update set at = excluded.at";

    @TempDir
    private Path folder;

    private final Servers servers;
    private final Databases databases;

    ReplicationTest(Servers servers) throws SQLException {
        this.servers = servers;
        this.databases = servers.create(
                "create table heartbeat (id int primary key, at timestamptz)",
                "create table orders (id int primary key)");
        databases.source(BEAT);
    }

    @AfterEach
    void drop() throws SQLException {
        if (!query(servers.target(), "select 1 from pg_subscription where subname = '" + databases.name() + "'")
                .isEmpty()) {
            databases.target("drop subscription " + databases.name());
        }
    }

    @Test
    void aTargetThatFollowsIsProven() throws SQLException, IOException {
        replicate();
        databases.source(BEAT);

        assertThat(judge(SubscriptionChecks.class, RULES, "").values()).allSatisfy(ReplicationTest::isProven);
        assertThat(judge(HeartbeatChecks.class, RULES, "").values()).allSatisfy(ReplicationTest::isProven);
        assertThat(judge(SlotChecks.class, RULES, "").values()).allSatisfy(ReplicationTest::isProven);
    }

    @Test
    void withoutASubscriptionNothingIsProven() throws IOException {
        assertThat(judge(SubscriptionChecks.class, RULES, "").values()).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(Status.UNPROVEN);
            assertThat(result.cause()).contains("has no subscription; where something else replicates, say");
        });
        assertThat(one(judge(SlotChecks.class, RULES, "")).cause())
                .contains("logical slots of main at source is 0; rule: at least 1");
    }

    @Test
    void aConflictIsAnErrorThatComesAgain() throws SQLException, IOException {
        replicate();
        databases.target("insert into orders values (7)");
        databases.source("insert into orders values (7)");

        ObligationResult result = of(judge(SubscriptionChecks.class, RULES, ""), "subscription-follows");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .matches("new errors of subscription test\\d+ of main at target is \\d+; rule: exactly 0"
                        + " \\(fixed, for limits.replication-caught-up.watch\\); \\d+ since its statistics begin; .*");
    }

    @Test
    void aDisabledSubscriptionIsToldAndItsLogGrows() throws SQLException, IOException {
        replicate();
        databases.target("alter subscription " + databases.name() + " disable");
        databases.source("insert into orders select generate_series(1, 1000)");

        Map<String, ObligationResult> results = judge(SubscriptionChecks.class, RULES, "behind: 10kB");

        assertThat(of(results, "subscription-follows").cause()).contains("enabled of subscription", "is false");
        assertThat(of(results, "log-is-applied").cause())
                .matches("log not yet applied of slot test\\d+ of main at source is \\d+.?B; rule: at most 10kB"
                        + " \\(limits.replication-caught-up.behind, within\\)");
    }

    @Test
    void aHeartbeatThatStoppedTellsNoLag() throws SQLException, IOException {
        databases.both(
                "delete from heartbeat",
                "insert into heartbeat values (1, '" + Instant.now().minusSeconds(300) + "')");

        assertThat(one(judge(HeartbeatChecks.class, RULES, "")).cause())
                .contains("age of the newest heartbeat of public.heartbeat of main at source is 30")
                .contains("rule: at most 1m (limits.replication-caught-up.heartbeat-age)");
    }

    @Test
    void aHeartbeatThatIsLateFails() throws SQLException, IOException {
        assertThat(one(judge(HeartbeatChecks.class, RULES, "")).cause())
                .contains("arrived of public.heartbeat of main at target is false");

        databases.target("insert into heartbeat values (1, now() - interval '5 min')");

        assertThat(one(judge(HeartbeatChecks.class, RULES, "")).cause())
                .contains("lag of the heartbeat of public.heartbeat of main at target is ", "rule: at most 10s");
    }

    @Test
    void aHeartbeatOfTheTargetsOwnProvesNothing() throws SQLException, IOException {
        databases.target("insert into heartbeat values (1, now() + interval '5 min')");

        ObligationResult result = one(judge(HeartbeatChecks.class, RULES, ""));

        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.cause()).contains("something beats on target, and it tells no lag");
    }

    @Test
    void aRoleThatMayNotReadIsToldWhatToGrant() throws SQLException, IOException {
        String role = "reader_" + databases.name();
        servers.source().execute("postgres", "create role " + role + " login");
        String url = databases.sourceUrl().replace("postgres@", role + "@");

        ObligationResult result = one(judge(HeartbeatChecks.class, url, RULES, "", ""));

        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.cause()).endsWith("; grant the gate's role there: select on public.heartbeat");
    }

    @Test
    void aSlotThatNobodyReadsIsNamed() throws SQLException, IOException {
        replicate();
        String slot = "forgotten_" + databases.name();
        databases.source(
                "select pg_create_physical_replication_slot('" + slot + "', true)",
                "insert into orders select generate_series(1, 20000)");
        try {
            assertThat(one(judge(SlotChecks.class, RULES, "retained: 500kB")).cause())
                    .matches(
                            "(?s).*log retained of slot forgotten_test\\d+ at source is \\d+B \\(\\d+\\.\\dMiB\\); rule: at most 500kB"
                                    + " \\(limits.replication-caught-up.retained\\); inactive: nobody reads it.*");
        } finally {
            databases.source("select pg_drop_replication_slot('" + slot + "')");
        }
    }

    @Test
    void ofAnExternalReplicationOnlyTheHeartbeatIsAsked() throws IOException {
        assertThat(judge(SubscriptionChecks.class, databases.sourceUrl(), RULES, "", "replication: { by: external }"))
                .isEmpty();
        assertThat(judge(HeartbeatChecks.class, databases.sourceUrl(), RULES, "", "replication: { by: external }"))
                .hasSize(1);
    }

    private void replicate() throws SQLException {
        String port = databases.sourceUrl().replaceAll(".*:(\\d+)/.*", "$1");
        databases.source("create publication p for all tables");
        databases.target("create subscription " + databases.name() + " connection 'host=127.0.0.1 port=" + port
                + " user=postgres dbname=" + databases.name() + "' publication p");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> query(
                        servers.target(), "select count(*) from pg_subscription_rel where srsubstate = 'r'")
                .equals("2"));
    }

    private Map<String, ObligationResult> judge(Class<?> checks, String rules, String limits) throws IOException {
        return judge(checks, databases.sourceUrl(), rules, limits, "");
    }

    /** What became of each claim, by its name. */
    private Map<String, ObligationResult> judge(
            Class<?> checks, String source, String rules, String limits, String section) throws IOException {
        return Gated.run(
                        Gate.PRE_CUTOVER,
                        checks,
                        folder,
                        rules,
                        "source: { name: old, databases: { main: { url: \"" + source + "\" } } }",
                        "target: { name: new, databases: { main: { url: \"" + databases.targetUrl() + "\" } } }",
                        "limits: { replication-caught-up: { within: 1s, watch: 700ms"
                                + (limits.isEmpty() ? "" : ", " + limits) + " } }",
                        section)
                .obligations()
                .stream()
                .collect(Collectors.toMap(
                        result -> result.obligation().claim().id().replaceAll(".*/", ""), result -> result));
    }

    private static ObligationResult one(Map<String, ObligationResult> results) {
        assertThat(results).hasSize(1);
        return results.values().iterator().next();
    }

    private static ObligationResult of(Map<String, ObligationResult> results, String claim) {
        return Objects.requireNonNull(results.get(claim), claim);
    }

    private static void isProven(ObligationResult result) {
        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
    }

    /** The first value of the first row, or nothing. */
    private String query(Server server, String sql) throws SQLException {
        try (Connection connection = server.connect(databases.name());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
