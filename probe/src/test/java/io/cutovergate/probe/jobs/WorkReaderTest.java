package io.cutovergate.probe.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.WorkInFlight;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.testing.TestDatabases;
import io.cutovergate.testbed.process.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quartz.Scheduler;

/** Single pieces of work, by tables as their libraries make them. That the libraries write them so shows {@link QueueTablesTest}. */
@ExtendWith(TestDatabases.class)
class WorkReaderTest {

    private static final Instant LATER = Instant.parse("2026-12-01T09:30:00Z");

    private Database database;

    @BeforeEach
    void create(TestDatabases.Server server) {
        database = server.empty();
    }

    @Test
    void namesWhatIsPendingInDbScheduler() {
        database.execute(
                "create table scheduled_tasks (task_name text, task_instance text, execution_time timestamptz, picked boolean)",
                "insert into scheduled_tasks values ('mail', '17', '" + LATER
                        + "', false), ('mail', '18', now(), true)," + " ('tick', 'recurring', now(), false)");
        WorkInFlight work = queue(Jobs.Queue.DB_SCHEDULER, "public");
        assertThat(pending(work))
                .contains(new Piece("mail/17", "mail", LATER), new Piece("tick/recurring", "tick", null));
        assertThat(pending(work)).hasSize(3);
        assertThat(held(work)).containsExactly("mail/18");
        assertThat(known(work, "mail/17", "mail/99")).containsExactly(new Piece("mail/17", "mail", LATER));
    }

    @Test
    void namesWhatIsPendingInJobRunr() {
        database.execute(
                "create table jobrunr_jobs (id char(36), jobsignature text, state text, scheduledat timestamp)",
                "create table jobrunr_recurring_jobs (id text)",
                "insert into jobrunr_jobs values ('a', 'Mail.send()', 'SCHEDULED', '2026-12-01 09:30:00'),"
                        + " ('b', 'Mail.send()', 'PROCESSING', null), ('c', 'Mail.send()', 'SUCCEEDED', null)",
                "insert into jobrunr_recurring_jobs values ('nightly')");
        WorkInFlight work = queue(Jobs.Queue.JOBRUNR, "public");
        assertThat(pending(work)).extracting(Piece::id).containsExactly("a", "b", "recurring/nightly");

        assertThat(pending(work).get(0).due()).isEqualTo(LATER);
        assertThat(held(work)).hasSize(1);
        assertThat(known(work, "a", "c")).hasSize(2);
    }

    @Test
    void namesWhatIsPendingInQuartz() throws IOException {
        try (InputStream tables = Objects.requireNonNull(
                Scheduler.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_postgres.sql"))) {
            database.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
        database.execute(
                "insert into qrtz_job_details values ('shop', 'mail', 'g', null, 'Mail', true, false, false, false, null)",
                "insert into qrtz_triggers (sched_name, trigger_name, trigger_group, job_name, job_group, next_fire_time,"
                        + " prev_fire_time, trigger_state, trigger_type, start_time) values"
                        + " ('shop', 'once', 'g', 'mail', 'g', " + LATER.toEpochMilli()
                        + ", -1, 'WAITING', 'SIMPLE', 0),"
                        + " ('shop', 'nightly', 'g', 'mail', 'g', 1, 1, 'PAUSED', 'CRON', 0),"
                        + " ('shop', 'gone', 'g', 'mail', 'g', 1, 1, 'COMPLETE', 'SIMPLE', 0)",
                "insert into qrtz_fired_triggers values ('shop', 'e', 'gone', 'g', 'node', 1, 1, 5, 'EXECUTING')");
        WorkInFlight work = queue(Jobs.Queue.QUARTZ, "public");
        assertThat(pending(work))
                .containsExactlyInAnyOrder(
                        new Piece("shop/g/once", "mail", LATER), new Piece("shop/g/nightly", "mail", null));
        assertThat(held(work)).containsExactly("shop/g/gone");
    }

    @Test
    void namesWhatIsPendingInPgBossAndNotItsOwn() {
        database.execute(
                "create schema pgboss",
                "create table pgboss.job (id uuid default gen_random_uuid(), name text, state text, start_after timestamptz)",
                "create table pgboss.schedule (name text, key text not null default '')",
                "insert into pgboss.job (name, state, start_after) values ('mail', 'created', '" + LATER + "'),"
                        + " ('mail', 'active', now()), ('mail', 'failed', now()), ('__pgboss__send-it', 'active', now())",
                "insert into pgboss.schedule values ('mail', ''), ('mail', 'monday')");
        WorkInFlight work = queue(Jobs.Queue.PG_BOSS, "pgboss");
        assertThat(pending(work))
                .extracting(Piece::kind)
                .containsExactlyInAnyOrder("mail", "mail", "schedule", "schedule");
        assertThat(pending(work)).extracting(Piece::id).contains("schedule/mail", "schedule/mail/monday");
        assertThat(pending(work)).extracting(Piece::due).contains(LATER);
        assertThat(held(work)).hasSize(1);
    }

    @Test
    void readsADeclaredStore() {
        database.execute(
                "create table outbox (id bigint, send_at timestamp, sent_at timestamptz)",
                "insert into outbox values (1, '2026-12-01 09:30:00', null), (2, null, now())");
        WorkInFlight work =
                store("select id, 'mail', send_at from outbox where sent_at is null", "select id from outbox");
        assertThat(pending(work)).containsExactly(new Piece("1", "mail", LATER));
        assertThat(known(work, "1", "2")).hasSize(1);
        assertThat(held(work)).containsExactly("1", "2");
        assertThat(pending(store("select id from outbox", null))).contains(new Piece("2", "", null));
    }

    @Test
    void doesNotTakeWhatCannotBeAskedForNothing() {
        assertUnexamined(() -> held(store("select 1", null)), "jobs.in-flight.outbox.held is not declared");
        assertUnexamined(() -> pending(store("select 1 from gone", null)), "jobs.in-flight.outbox.pending' failed");
        assertUnexamined(() -> pending(store("select null", null)), "a piece of work has no id");
        assertUnexamined(() -> pending(queue(Jobs.Queue.PG_BOSS, "pgboss")), "'pending work' failed");
        assertUnexamined(
                () -> pending(new WorkInFlight("job queue", source(), Queues.query("select 0, 0"), null)),
                "declare jobs.in-flight");
    }

    private static void assertUnexamined(Runnable question, String message) {
        assertThatExceptionOfType(Unexamined.class).isThrownBy(question::run).withMessageContaining(message);
    }

    private List<Piece> pending(WorkInFlight work) {
        try (Reading reading = reading(work)) {
            return PieceTables.of(work).pending(reading);
        }
    }

    private List<Piece> known(WorkInFlight work, String... ids) {
        try (Reading reading = reading(work)) {
            return PieceTables.of(work).known(reading, List.of(ids));
        }
    }

    private List<String> held(WorkInFlight work) {
        try (Reading reading = reading(work)) {
            return PieceTables.of(work).held(reading);
        }
    }

    private Reading reading(WorkInFlight work) {
        return TestDatabases.Server.read(database).reading().in(work.schema());
    }

    private static WorkInFlight queue(Jobs.Queue queue, String schema) {
        return new WorkInFlight("job queue", source(), Queues.of(queue, schema), null);
    }

    private static WorkInFlight store(String pending, @Nullable String held) {
        Jobs.InFlight outbox = new Jobs.InFlight("main", "public", pending, null, held);
        return new WorkInFlight("outbox", source(), Queues.of(Jobs.Queue.DB_SCHEDULER, "public"), outbox);
    }

    private static Vantage source() {
        return new Vantage(Side.SOURCE, Route.PUBLIC_NAME);
    }
}
