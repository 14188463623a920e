package io.cutovergate.smoke.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cutovergate.probe.testing.TestDatabases;
import io.cutovergate.testbed.process.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** On the table that Flyway itself makes. */
@ExtendWith(TestDatabases.class)
class FlywayHistoryTest {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void migrate(TestDatabases.Server server) {
        database = server.empty();
        Histories.write(folder, "V1__one.sql", "create table one (id int);");
        Histories.write(folder, "V2__two.sql", "create table two (id int);");
        Histories.write(folder, "R__view.sql", "create or replace view v as select id from one;");
        flyway().load().migrate();
    }

    @Test
    void isCompleteWhereFlywayHasAppliedTheFolder() {
        History history = Histories.of(database);
        assertThat(history.table()).isEqualTo("public.flyway_schema_history");
        assertThat(history.applied()).extracting(Change::title).containsExactly("1 one", "2 two", "repeatable view");
        assertThat(history.failed()).isEmpty();
        assertThat(history.locks()).isEmpty();
        assertThat(Histories.drift(database, folder)).isEqualTo(new Drift(3, List.of(), List.of(), List.of()));
    }

    @Test
    void namesWhatChangedSinceARepeatableOneIncluded() {
        Histories.write(folder, "R__view.sql", "create or replace view v as select id + 1 as id from one;");
        Histories.write(folder, "V1__one.sql", "create table one (id bigint);");
        assertThat(Histories.drift(database, folder).changed()).containsExactly("1 one", "repeatable view");
    }

    @Test
    void takesARepeatableOneForAppliedWhenFlywayHasAppliedItAgain() {
        Histories.write(folder, "R__view.sql", "create or replace view v as select id from two;");
        flyway().load().migrate();
        assertThat(Histories.drift(database, folder).changed()).isEmpty();
    }

    @Test
    void ordersPendingOnesAsFlywayDoes() {
        Histories.write(folder, "V10__ten.sql", "select 1;");
        Histories.write(folder, "V9__nine.sql", "select 1;");
        assertThat(Histories.drift(database, folder).missing()).containsExactly("9 nine", "10 ten");
    }

    @Test
    void namesAFailedOne() {
        Histories.write(folder, "V3__broken.sql", "create table three (id int); select 1 / 0;");
        Histories.write(folder, "V3__broken.sql.conf", "executeInTransaction=false");
        assertThatExceptionOfType(FlywayException.class)
                // with its other lock the row of the failure is rolled back as well
                .isThrownBy(() -> flyway().configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                        .load()
                        .migrate())
                .withMessageContaining("division by zero");
        assertThat(Histories.of(database).failed()).containsExactly("3 broken (success is false)");
    }

    @Test
    void seesTheLockWhileFlywayRuns() {
        List<String> seen = new ArrayList<>();
        flyway().javaMigrations(
                        new V4__Looking(() -> seen.addAll(Histories.of(database).locks())))
                .load()
                .migrate();
        assertThat(seen).singleElement().asString().startsWith("process ").contains(" of postgres (");
        assertThat(Histories.of(database).locks()).isEmpty();
    }

    private org.flywaydb.core.api.configuration.FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database.jdbc(), database.user(), database.password())
                .locations("filesystem:" + folder);
    }

    /** Its class gives version and description. */
    @SuppressWarnings("checkstyle:TypeName")
    static final class V4__Looking extends BaseJavaMigration {

        private final Runnable look;

        V4__Looking(Runnable look) {
            this.look = look;
        }

        @Override
        public void migrate(Context context) {
            look.run();
        }
    }
}
