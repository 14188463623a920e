package io.cutovergate.testbed.shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** Tells whether the database answers within a second. */
final class Readiness implements AutoCloseable {

    private final DataSource pool;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    Readiness(DataSource pool) {
        this.pool = pool;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health/live", request -> Reply.json(200, Map.of("status", "up"))),
                Route.get("/health/ready", request -> ready()));
    }

    private Reply ready() {
        Future<Boolean> answer = thread.submit(this::answers);
        try {
            if (answer.get(1, TimeUnit.SECONDS)) {
                return Reply.json(200, Map.of("status", "ready"));
            }
            throw Problem.unavailable("the database does not answer");
        } catch (TimeoutException | ExecutionException e) {
            answer.cancel(true);
            throw Problem.unavailable("the database does not answer within 1 s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("shutting down");
        }
    }

    private boolean answers() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
