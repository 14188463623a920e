package io.cutovergate.smoke.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.probe.testing.TestDatabases;
import io.cutovergate.testbed.process.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** On the tables that Liquibase itself makes. */
@ExtendWith(TestDatabases.class)
class LiquibaseHistoryTest {

    private static final String LOG = """
            --liquibase formatted sql
            --changeset kim:1
            create table one (id int);
            --changeset kim:2
            create table two (%s int);
            """;

    @TempDir
    Path folder;

    /** Something done with a connection of Liquibase's. */
    private interface Work {
        void with(liquibase.database.Database connection) throws Exception;
    }

    @Test
    void isCompleteWhereLiquibaseHasAppliedTheChangelog(TestDatabases.Server server) throws Exception {
        Database database = migrated(server, "id");
        History history = Histories.of(database);
        assertThat(history.table()).isEqualTo("public.databasechangelog");
        assertThat(history.applied())
                .extracting(Change::title)
                .containsExactly("1 by kim in log.sql", "2 by kim in log.sql");
        assertThat(history.applied()).extracting(Change::checksum).allMatch(sum -> sum.matches("9:[0-9a-f]{32}"));
        assertThat(history.failed()).isEmpty();
        assertThat(history.locks()).isEmpty();
        Histories.write(folder, "log.sql", LOG.formatted("id") + "--changeset kim:3\nselect 1;\n");
        assertThat(Histories.drift(database, folder).missing()).containsExactly("3 by kim in log.sql");
    }

    @Test
    void namesAChangeSetWhoseSqlIsAnotherThanWhenItWasApplied(TestDatabases.Server server) throws Exception {
        Database database = migrated(server, "id");
        assertThat(Histories.drift(database, folder)).isEqualTo(new Drift(2, List.of(), List.of(), List.of()));
        Histories.write(folder, "log.sql", LOG.formatted("ident").replace("create table one", "create  table\n one"));
        assertThat(Histories.drift(database, folder).changed()).containsExactly("2 by kim in log.sql");
    }

    @Test
    void computesNoChecksumOfWhatIsNotSqlAlone() {
        assertThat(SqlChangeSet.checksum("create table one (id int);\n-- a remark\n"))
                .isNotNull();
        assertThat(SqlChangeSet.checksum("create table one (id int);\n--rollback drop table one;\n"))
                .isNull();
        assertThat(SqlChangeSet.checksum("create table ${name} (id int);")).isNull();
    }

    @Test
    void namesAChangeSetWhoseContentIsAnotherOnTheSource(TestDatabases.Server server) throws Exception {
        List<Change> source = Histories.of(migrated(server, "id")).applied();
        List<Change> target = Histories.of(migrated(server, "ident")).applied();
        assertThat(Drift.between(source, target).changed()).containsExactly("2 by kim in log.sql");
        assertThat(Drift.between(source, source).changed()).isEmpty();
    }

    @Test
    void saysNothingOfChecksumsOfTwoAlgorithms() {
        assertThat(new Change("1", "1", "9:aa").isChangedFrom(new Change("1", "1", "8:bb")))
                .isFalse();
        assertThat(new Change("1", "1", "9:aa").isChangedFrom(new Change("1", "1", "9:bb")))
                .isTrue();
    }

    @Test
    void seesTheLockWhileLiquibaseHoldsIt(TestDatabases.Server server) throws Exception {
        Database database = migrated(server, "id");
        with(database, connection -> {
            LockService service = LockServiceFactory.getInstance().getLockService(connection);
            service.waitForLock();
            assertThat(Histories.of(database).locks())
                    .singleElement()
                    .asString()
                    .contains(" since ");
            service.releaseLock();
        });
        assertThat(Histories.of(database).locks()).isEmpty();
    }

    @BeforeAll
    static void writesNothingToTheConsole() {
        Logger.getLogger("liquibase").setLevel(Level.SEVERE);
    }

    private Database migrated(TestDatabases.Server server, String column) throws Exception {
        Database database = server.empty();
        Histories.write(folder, "log.sql", LOG.formatted(column));
        with(database, connection -> {
            try (liquibase.Liquibase liquibase =
                    new liquibase.Liquibase("log.sql", new DirectoryResourceAccessor(folder), connection)) {
                liquibase.update(new Contexts());
            }
        });
        return database;
    }

    private static void with(Database database, Work work) throws Exception {
        try (Connection connection =
                DriverManager.getConnection(database.jdbc(), database.user(), database.password())) {
            work.with(DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
        }
    }
}
