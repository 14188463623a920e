package io.cutovergate.probe.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.cutovergate.harness.config.Jobs.Queue;
import io.cutovergate.probe.testing.TestDatabases;
import io.cutovergate.testbed.process.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.jobrunr.jobs.lambdas.JobLambda;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** On tables that the queue libraries themselves make and write, or else that their sources make. */
@ExtendWith(TestDatabases.class)
class QueueTablesTest {

    private static final Duration AGO = Duration.ofSeconds(100);

    private Database database;

    @BeforeEach
    void create(TestDatabases.Server server) {
        database = server.empty();
    }

    @Test
    void countsWhatIsDueInDbScheduler() {
        // Its table as the testbed makes it: the library's own postgresql_tables.sql is not in its jar.
        Flyway.configure()
                .dataSource(database.jdbc(), database.user(), database.password())
                .locations("classpath:shop/db/migration")
                .load()
                .migrate();
        OneTimeTask<Void> task = Tasks.oneTime("mail").execute((instance, context) -> {});
        try (HikariDataSource pool = pool()) {
            SchedulerClient client = SchedulerClient.Builder.create(pool, task).build();
            client.scheduleIfNotExists(task.instance("late"), Instant.now().minus(AGO));
            client.scheduleIfNotExists(task.instance("due"), Instant.now());
            client.scheduleIfNotExists(task.instance("later"), Instant.now().plus(AGO));
        }
        assertWaiting(Queues.waiting(database, Queues.of(Queue.DB_SCHEDULER, "public")), 2);
        assertThat(held(Queue.DB_SCHEDULER, "public").depth()).isZero();
        database.execute("update scheduled_tasks set picked = true, last_heartbeat = now() - interval '100 s'"
                + " where task_instance = 'due'");
        assertWaiting(held(Queue.DB_SCHEDULER, "public"), 1);
        assertWaiting(Queues.waiting(database, Queues.of(Queue.DB_SCHEDULER, "public")), 1);
    }

    @Test
    void countsWhatIsDueInJobRunr() {
        try (HikariDataSource pool = pool()) {
            PostgresStorageProvider storage = new PostgresStorageProvider(pool);
            storage.setJobMapper(new JobMapper(new JacksonJsonMapper()));
            JobScheduler scheduler = new JobScheduler(storage);
            JobLambda nothing = () -> System.lineSeparator();
            scheduler.enqueue(nothing);
            assertThat(Queues.waiting(database, Queues.of(Queue.JOBRUNR, "public"))
                            .oldest())
                    .isLessThan(Duration.ofSeconds(20));
            scheduler.schedule(Instant.now().minus(AGO), nothing);
            scheduler.schedule(Instant.now().plus(AGO), nothing);
            storage.close();
        }
        assertWaiting(Queues.waiting(database, Queues.of(Queue.JOBRUNR, "public")), 2);
        database.execute("update jobrunr_jobs set state = 'PROCESSING',"
                + " updatedat = now() at time zone 'UTC' - interval '100 s' where state = 'ENQUEUED'");
        assertWaiting(held(Queue.JOBRUNR, "public"), 1);
    }

    @Test
    void countsWhatIsDueInQuartz() throws IOException, SchedulerException {
        try (InputStream tables = Objects.requireNonNull(
                Scheduler.class.getResourceAsStream("/org/quartz/impl/jdbcjobstore/tables_postgres.sql"))) {
            database.execute(new String(tables.readAllBytes(), StandardCharsets.UTF_8));
        }
        Scheduler scheduler = new StdSchedulerFactory(quartz()).getScheduler();
        fireAt(scheduler, "late", Instant.now().minus(AGO));
        fireAt(scheduler, "later", Instant.now().plus(AGO));
        assertWaiting(Queues.waiting(database, Queues.of(Queue.QUARTZ, "public")), 1);
        scheduler.pauseAll();
        scheduler.shutdown();
        assertThat(Queues.waiting(database, Queues.of(Queue.QUARTZ, "public")).depth())
                .isZero();
        // As JobStoreSupport.insertFiredTrigger and its ClusterManager write them.
        database.execute(
                "insert into qrtz_fired_triggers (sched_name, entry_id, trigger_name, trigger_group, instance_name, fired_time,"
                        + " sched_time, priority, state) select 'test', n, 't', 'g', n, extract(epoch from now()) * 1000 - 100000,"
                        + " 0, 5, 'EXECUTING' from unnest(array['alone', 'clustered']) n",
                "insert into qrtz_scheduler_state (sched_name, instance_name, last_checkin_time, checkin_interval)"
                        + " values ('test', 'clustered', extract(epoch from now()) * 1000, 7500)");
        assertWaiting(held(Queue.QUARTZ, "public"), 2);
        database.execute("delete from qrtz_fired_triggers where instance_name = 'alone'");
        assertThat(held(Queue.QUARTZ, "public").oldest()).isLessThan(AGO);
    }

    @Test
    void findsJobsOfPgBossThatAreActiveForTooLong() {
        for (String expire : new String[] {
            "expire_seconds int not null default 900",
            "expire_in interval not null default interval '15 minutes'",
            "expirein interval not null default interval '15 minutes'"
        }) {
            database.execute(
                    "drop schema if exists pgboss cascade",
                    "create schema pgboss",
                    "create table pgboss.job (name text, state text, started_on timestamptz, " + expire + ")",
                    "insert into pgboss.job (name, state, started_on) values ('mail', 'active', now() - interval '1000 s'),"
                            + " ('mail', 'active', now()), ('mail', 'completed', now() - interval '1 day')");
            assertWaiting(held(Queue.PG_BOSS, "pgboss"), 2);
        }
    }

    @Test
    void findsWhatADeclaredQueryFindsHeld() {
        assertWaiting(Queues.held(database, Queues.heldBy("select 1, 100")), 1);
    }

    @Test
    void countsWhatIsDueInPgBoss() {
        // src/plans.ts: createEnumJobState and the columns of createTableJob that are read, partitioned as there.
        database.execute(
                "create schema pgboss",
                "create type pgboss.job_state as enum ('created', 'retry', 'active', 'completed', 'cancelled', 'failed')",
                "create table pgboss.job (id uuid not null default gen_random_uuid(), name text not null, state"
                        + " pgboss.job_state not null default 'created', start_after timestamptz not null default now())"
                        + " partition by list (name)",
                "create table pgboss.job_common partition of pgboss.job default",
                "insert into pgboss.job (name, state, start_after) values ('mail', 'created', now() - interval '100 s'),"
                        + " ('mail', 'retry', now() - interval '1 s'), ('mail', 'active', now() - interval '1 day'),"
                        + " ('mail', 'failed', now() - interval '1 day'), ('mail', 'created', now() + interval '1 h')");
        assertWaiting(Queues.waiting(database, Queues.of(Queue.PG_BOSS, "pgboss")), 2);
    }

    @Test
    void countsWhatADeclaredQueryCounts() {
        database.execute(
                "create table work (run_at timestamptz)",
                "insert into work values (now() - interval '100 s'), (now() + interval '1 h')");
        String query = "select count(*), extract(epoch from now() - min(run_at)) from work where run_at <= now()";
        assertWaiting(Queues.waiting(database, Queues.query(query)), 1);
        database.execute("delete from work");
        assertThat(Queues.waiting(database, Queues.query(query)).oldest()).isZero();
    }

    private Waiting held(Queue queue, String schema) {
        return Queues.held(database, Queues.of(queue, schema));
    }

    private static void assertWaiting(Waiting waiting, long depth) {
        assertThat(waiting.depth()).isEqualTo(depth);
        assertThat(waiting.oldest()).isBetween(AGO.minusSeconds(1), AGO.plusSeconds(30));
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbc());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private Properties quartz() {
        Properties properties = new Properties();
        properties.put("org.quartz.scheduler.instanceName", "test");
        properties.put("org.quartz.threadPool.threadCount", "1");
        properties.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        properties.put("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.put("org.quartz.jobStore.dataSource", "main");
        properties.put("org.quartz.dataSource.main.provider", "hikaricp");
        properties.put("org.quartz.dataSource.main.driver", "org.postgresql.Driver");
        properties.put("org.quartz.dataSource.main.URL", database.jdbc());
        properties.put("org.quartz.dataSource.main.user", database.user());
        properties.put("org.quartz.dataSource.main.password", database.password());
        properties.put("org.quartz.dataSource.main.maxConnections", "2");
        return properties;
    }

    private static void fireAt(Scheduler scheduler, String name, Instant time) throws SchedulerException {
        scheduler.scheduleJob(
                JobBuilder.newJob(Nothing.class).withIdentity(name).build(),
                TriggerBuilder.newTrigger()
                        .withIdentity(name)
                        .startAt(Date.from(time))
                        .build());
    }

    /** Does nothing. */
    public static final class Nothing implements Job {
        @Override
        public void execute(JobExecutionContext context) {}
    }
}
