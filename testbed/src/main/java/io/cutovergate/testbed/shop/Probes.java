package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Self-diagnosis of the queue for the monitoring, without a token: a job whose only effect is a row, or with {@code "fail": true} one that
 * always fails, so that retry and parking can be seen. Asking twice for the same id is one job.
 */
record Probes(DataSource pool) {

    record Ask(String id, @Nullable Boolean fail) {
        Ask {
            Objects.requireNonNull(id);
        }
    }

    List<Route> routes() {
        return List.of(Route.post("/api/jobs/probe", this::enqueue), Route.get("/api/jobs/probe/{id}", this::effects));
    }

    private Reply enqueue(Request request) throws IOException, SQLException {
        Ask ask = request.json(Ask.class);
        String id = checked(ask.id());
        try (Connection connection = pool.getConnection()) {
            Sql sql = new Sql(connection);
            if (effects(sql, id) == 0 && parked(sql, id).isEmpty()) {
                Jobs.enqueue(sql, Boolean.TRUE.equals(ask.fail()) ? Jobs.FAILING_PROBE : Jobs.PROBE, id);
            }
        }
        return Reply.json(202, Map.of("id", id)).with("Location", "/api/jobs/probe/" + id);
    }

    private Reply effects(Request request) throws SQLException {
        String id = checked(request.variable("id"));
        try (Connection connection = pool.getConnection()) {
            Sql sql = new Sql(connection);
            int failures = sql.first(
                            row -> row.getInt(1),
                            "select coalesce(consecutive_failures, 0) from scheduled_tasks where task_name = ? and task_instance = ?",
                            Jobs.FAILING_PROBE,
                            id)
                    .orElse(0);
            Optional<Integer> parked = parked(sql, id);
            return Reply.json(
                    200,
                    Map.of(
                            "id", id,
                            "effects", effects(sql, id),
                            "failures", parked.orElse(failures),
                            "parked", parked.isPresent()));
        }
    }

    private static int effects(Sql sql, String id) throws SQLException {
        return sql.first(row -> row.getInt(1), "select count(*) from job_effects where probe = ?", id)
                .orElseThrow();
    }

    private static Optional<Integer> parked(Sql sql, String id) throws SQLException {
        return sql.first(
                row -> row.getInt(1),
                "select attempts from parked_jobs where task_name = ? and task_instance = ?",
                Jobs.FAILING_PROBE,
                id);
    }

    private static String checked(String id) {
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw Problem.badRequest("id is 1 to 64 letters, digits, - and _");
        }
        return id;
    }
}
