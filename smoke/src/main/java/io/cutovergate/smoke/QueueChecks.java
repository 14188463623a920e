package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.BackgroundJobsExecute;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachJobQueue;
import io.cutovergate.harness.subject.JobQueue;
import io.cutovergate.probe.jobs.QueueReader;
import io.cutovergate.probe.jobs.Waiting;
import io.cutovergate.probe.redis.RedisProbe;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;

/** The queue of background jobs, as its tables or keys show it. */
@BackgroundJobsExecute
@EachJobQueue
record QueueChecks(JobQueue queue, SqlProbe sql, RedisProbe redis, Evidence evidence) {

    @Check("the queue is not backed up: few jobs are due, and none has waited for long")
    void isNotBackedUp() {
        Waiting waiting = new QueueReader(sql, redis).waiting(queue);
        evidence.attach("waiting jobs of " + queue, "text/plain", waiting.question());
        evidence.forEach(
                List.of(
                        () -> evidence.measure("due jobs", queue, waiting.depth())
                                .atMost(queue.limits().depth(), "limits.background-jobs-execute.depth"),
                        () -> evidence.measure("wait of the oldest due job", queue, waiting.oldest())
                                .atMost(queue.limits().oldest(), "limits.background-jobs-execute.oldest")),
                Runnable::run);
    }
}
