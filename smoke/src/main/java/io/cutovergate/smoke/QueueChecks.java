package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.BackgroundJobsExecute;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachJobQueue;
import io.cutovergate.harness.subject.JobQueue;
import io.cutovergate.probe.sql.SqlProbe;
import java.time.Duration;
import java.util.List;

/** The queue of background jobs, as its tables show it. */
@BackgroundJobsExecute
@EachJobQueue
record QueueChecks(JobQueue queue, SqlProbe sql, Evidence evidence) {

    @Check("the queue is not backed up: few jobs are due, and none has waited for long")
    void isNotBackedUp() {
        String statement =
                QueueTables.of(queue.jobs().queue()).waiting(queue.jobs().schema());
        Waiting waiting = sql.at(queue.jobs().database(), queue.vantage().side())
                .row(
                        "waiting jobs",
                        statement,
                        row -> new Waiting(row.getLong("depth"), Duration.ofSeconds(row.getLong("oldest"))));
        evidence.attach("waiting jobs of " + queue, "application/sql", statement);
        evidence.forEach(
                List.of(
                        () -> evidence.measure("due jobs", queue, waiting.depth())
                                .atMost(queue.limits().depth(), "limits.background-jobs-execute.depth"),
                        () -> evidence.measure("wait of the oldest due job", queue, waiting.oldest())
                                .atMost(queue.limits().oldest(), "limits.background-jobs-execute.oldest")),
                Runnable::run);
    }

    /**
     * What waits in a queue.
     *
     * @param oldest how long the first of them has been due; zero where nothing waits
     */
    private record Waiting(long depth, Duration oldest) {}
}
