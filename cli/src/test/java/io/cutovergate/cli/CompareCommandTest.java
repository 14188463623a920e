package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.testbed.process.TwoServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as its users start it: a process, two servers, and what happens to either. */
@SuppressWarnings("try") // a lock is held, not looked at
class CompareCommandTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static TwoServers servers;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startServers() throws IOException {
        servers = TwoServers.start();
    }

    @AfterAll
    static void stopServers() throws IOException {
        servers.close();
    }

    @BeforeEach
    void fill() {
        servers.both(database -> database.execute(
                "create table orders (id int primary key, note text, doubled int generated always as (id * 2) stored)",
                "insert into orders select i, 'n' || i from generate_series(1, 1000) i",
                "create table log (line text, at json)",
                "insert into log values ('a', '{}'), ('a', '{}'), ('b', null)",
                "create table \"Odd Name\" (\"the key\" text primary key, v numeric)",
                "insert into \"Odd Name\" values ('o''clock', 1.50)"));
    }

    @AfterEach
    void empty() {
        servers.both(database -> database.execute("drop table orders, log, \"Odd Name\""));
    }

    @Test
    void equalIsZeroAndSaysHowMuchWasCompared() throws Exception {
        Ended ended = compare();

        assertThat(ended.status()).isZero();
        assertThat(ended.output())
                .contains("EQUAL: 3 tables, 1,004 rows on source, 1,004 on target")
                .contains("✔ public.orders");
    }

    @Test
    void differentIsOneAndNamesTableKeyAndColumn() throws Exception {
        damage();

        Ended ended = compare();

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output())
                .contains("✘ public.orders")
                .contains("changed id='7': note 'n7' on source, 'other' on target")
                .contains("missing id='8'")
                .contains("DIFFERENT: 3 tables");
    }

    @Test
    void jsonIsOneObjectALineAndTheTotalsLast() throws Exception {
        damage();

        List<String> lines = compare("--json").output().lines().toList();

        assertThat(lines).allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        assertThat(lines)
                .contains("{\"table\":\"public.orders\",\"key\":{\"id\":\"7\"},\"kind\":\"changed\",\"copies\":1,"
                        + "\"columns\":[{\"column\":\"note\",\"source\":\"n7\",\"target\":\"other\"}]}");
        assertThat(lines.get(lines.size() - 1))
                .startsWith("{\"result\":\"different\",\"tables\":3,")
                .contains("\"missing\":2,\"extra\":2,\"changed\":2");
    }

    @Test
    void theRepairMakesTheTargetEqualAndIsReadByItsOwnerOnly() throws Exception {
        damage();
        Path repair = folder.resolve("repair.sql");

        assertThat(compare("--repair-sql", repair.toString()).status()).isEqualTo(1);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(repair)))
                .isEqualTo("rw-------");
        servers.target().execute(Files.readString(repair));
        assertThat(compare().output()).contains("EQUAL");
        assertThat(compare("--repair-sql", repair.toString()).status()).isEqualTo(64);
    }

    @Test
    void aForecastReadsLittleAndFindsNothing() throws Exception {
        damage();

        Ended ended = compare("--forecast");

        assertThat(ended.status()).isZero();
        assertThat(ended.output()).contains("public.orders").contains("by 2 connections, where the data is equal");
    }

    @Test
    void gentlyIsTheSame() throws Exception {
        assertThat(compare("--gentle", "--hash", "sha-256").output())
                .contains("EQUAL: 3 tables")
                .contains("by SHA-256 of the row's text, 128 bits of it");
    }

    @Test
    void wrongUsageIsNamed() throws Exception {
        assertThat(run("--source", "postgresql://x@127.0.0.1/x").status()).isEqualTo(64);
        assertThat(compare("--hash", "md5").output()).contains("fast, sha-256");
    }

    @Test
    void nobodyThereIsNotFullyCompared() throws Exception {
        Ended ended = run("--source", servers.source().uri(), "--target", "postgresql://postgres@127.0.0.1:1/postgres");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.output())
                .contains("NOT FULLY COMPARED: target's database main")
                .contains("refused");
    }

    @Test
    void aToolThatIsKilledLeavesNoTransactionBehind() throws Exception {
        try (Lock lock = new Lock()) {
            Process tool = start("--json");
            awaitWaiting();

            tool.destroyForcibly().waitFor();

            Awaitility.await().atMost(PATIENCE).until(CompareCommandTest::transactions, open -> open == 0);
        }
    }

    @Test
    void aServerThatDiesIsNamedAndNothingIsLeftOnTheOther() throws Exception {
        try (Lock lock = new Lock()) {
            Process tool = start();
            awaitWaiting();

            servers.target()
                    .query("select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'cutover-gate'");

            Ended ended = end(tool);
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.output())
                    .contains("NOT FULLY COMPARED")
                    .contains("target's database main")
                    .contains("terminating connection");
            Awaitility.await().atMost(PATIENCE).until(CompareCommandTest::transactions, open -> open == 0);
        }
    }

    @Test
    void aServerThatStandsStillIsGivenUp() throws Exception {
        Process tool;
        List<String> stopped;
        try (Lock lock = new Lock()) {
            tool = start("--within", "2s");
            awaitWaiting();
            stopped =
                    servers.target().query("select pid from pg_stat_activity where application_name = 'cutover-gate'");
            signal("STOP", stopped);
        }
        try {
            Ended ended = end(tool);
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.output()).contains("target's database main").contains("Read timed out");
        } finally {
            signal("CONT", stopped);
        }
        Awaitility.await().atMost(PATIENCE).until(CompareCommandTest::transactions, open -> open == 0);
    }

    @Test
    void anInterruptEndsItWithTwo() throws Exception {
        try (Lock lock = new Lock()) {
            Process tool = start();
            awaitWaiting();

            tool.destroy();

            assertThat(end(tool).status()).isEqualTo(2);
            Awaitility.await().atMost(PATIENCE).until(CompareCommandTest::transactions, open -> open == 0);
        }
    }

    @Test
    void aKilledComparisonGoesOnWithTheTablesThatAreLeft() throws Exception {
        Path kept = folder.resolve("kept");
        try (Lock lock = new Lock()) {
            Process tool = start("--resume", kept.toString());
            Awaitility.await("two tables are done")
                    .atMost(PATIENCE)
                    .until(() -> Files.exists(kept) && Files.readAllLines(kept).size() == 2);
            tool.destroyForcibly().waitFor();
        }
        Files.writeString(kept, "{\"comparison\":\"half a li", StandardOpenOption.APPEND);
        servers.target()
                .execute("update orders set note = 'other' where id = 7", "insert into log values ('new', null)");

        Ended ended = compare("--resume", kept.toString());

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.output())
                .contains("changed id='7'")
                .contains("2 of the tables as earlier runs found them equal: not of one moment")
                .contains("DIFFERENT: 3 tables, 1,004 rows on source, 1,004 on target");
        assertThat(Files.readAllLines(kept))
                .as("what differs is compared again")
                .hasSize(2);
    }

    @Test
    void aFileThatIsNoneOfItsOwnIsLeftAlone() throws Exception {
        for (String text : List.of("dear diary\nday one\n", "dear diary")) {
            Path other = Files.writeString(folder.resolve("other"), text);

            Ended ended = compare("--resume", other.toString());

            assertThat(ended.status()).isEqualTo(64);
            assertThat(ended.output()).contains("other:1: not a line of --resume");
            assertThat(Files.readString(other)).isEqualTo(text);
        }
    }

    private static void damage() {
        servers.target()
                .execute(
                        "update orders set note = 'other' where id = 7",
                        "delete from orders where id = 8",
                        "insert into orders values (2000, null)",
                        "delete from log where ctid = (select min(ctid) from log where line = 'a')",
                        "insert into log values ('c', '{\"x\" :1}')",
                        "update \"Odd Name\" set v = 1.5");
    }

    private record Ended(int status, String output) {}

    /** Somebody else's lock on a table of the target, so that the comparison is in the middle of its work. */
    private static final class Lock implements AutoCloseable {

        private final Connection connection;

        Lock() throws SQLException {
            connection = DriverManager.getConnection(
                    servers.target().jdbc(),
                    servers.target().user(),
                    servers.target().password());
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table orders in access exclusive mode");
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private static void awaitWaiting() {
        Awaitility.await("the comparison waits for the lock").atMost(PATIENCE).until(() -> !servers.target()
                .query("select 1 from pg_stat_activity where application_name = 'cutover-gate'"
                        + " and wait_event_type = 'Lock'")
                .isEmpty());
    }

    /** Open on either server. */
    private static long transactions() {
        String open = "select 1 from pg_stat_activity where application_name = 'cutover-gate'";
        return (long) servers.source().query(open).size()
                + servers.target().query(open).size();
    }

    private static void signal(String name, List<String> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        command.addAll(pids);
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private Ended compare(String... more) throws IOException, InterruptedException {
        return end(start(more));
    }

    private Process start(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--source", servers.source().uri(), "--target", servers.target().uri()));
        arguments.addAll(List.of(more));
        return launch(arguments);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        return end(launch(List.of(arguments)));
    }

    private Process launch(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.cutovergate.cli.Main",
                "compare"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        builder.environment().put("SOURCE_DB_PASSWORD", servers.source().password());
        builder.environment().put("TARGET_DB_PASSWORD", servers.target().password());
        return builder.start();
    }

    private Ended end(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(folder.resolve("output")));
    }
}
