package io.cutovergate.testbed.shop;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Executes the queued and the recurring jobs. Reads SHOP_DB_URL, SHOP_DB_USER, SHOP_DB_PASSWORD, SHOP_INSTANCE, SHOP_SIDE, SHOP_DIGEST,
 * SHOP_LOG, SHOP_MAIL, SHOP_JOB_RETRIES, SHOP_TICKS and SHOP_HEARTBEAT; answers for its health, version and metrics when SHOP_PORT (and SHOP_BIND) is set. Works until standard input
 * ends.
 */
public final class Worker implements Closeable {

    private static final int THREADS = 4;
    private static final int RETRIES = 3;

    private final JsonLog log;
    private final HikariDataSource pool;
    private final Readiness readiness;
    private final Scheduler scheduler;
    private final Optional<Server> server;

    private Worker(Env env) throws IOException {
        String instance = env.need("SHOP_INSTANCE");
        log = JsonLog.of(env);
        Metrics metrics = new Metrics();
        pool = Database.of(env, "SHOP_DB").pool(instance, THREADS + 2);
        readiness = new Readiness(pool);
        ShopTasks tasks = new ShopTasks(
                pool,
                Mailer.of(env),
                instance,
                env.maybe("SHOP_JOB_RETRIES").isPresent() ? env.number("SHOP_JOB_RETRIES") : RETRIES,
                log,
                metrics);
        List<RecurringTask<Void>> recurring = new ArrayList<>();
        if (env.on("SHOP_TICKS")) {
            recurring.add(tasks.recurring());
        }
        if (env.on("SHOP_HEARTBEAT")) {
            recurring.add(tasks.heartbeat());
        }
        scheduler = Scheduler.create(pool, tasks.oneTime())
                .startTasks(recurring)
                .schedulerName(new SchedulerName.Fixed(instance))
                .threads(THREADS)
                .pollUsingLockAndFetch(0.5, 4.0)
                .pollingInterval(Duration.ofMillis(500))
                // a job of a worker that died is taken over after 4 missed heartbeats
                .heartbeatInterval(Duration.ofSeconds(2))
                .missedHeartbeatsLimit(4)
                // the tasks log their failures themselves
                .failureLogging(LogLevel.OFF, false)
                .shutdownMaxWait(Duration.ofSeconds(2))
                .build();
        scheduler.start();
        List<Route> routes = new ArrayList<>(readiness.routes());
        routes.addAll(new About(env, metrics).routes());
        server = env.maybe("SHOP_PORT").isPresent()
                ? Optional.of(Server.start(env, routes, log, metrics))
                : Optional.empty();
        log.info(Map.of("event", "started"));
    }

    public static void main(String[] args) throws IOException {
        Lifeline.hold(start(Env.ofProcess()));
    }

    static Worker start(Env env) throws IOException {
        return new Worker(env);
    }

    @Override
    public void close() throws IOException {
        server.ifPresent(Server::close);
        scheduler.stop();
        readiness.close();
        pool.close();
        log.close();
    }
}
