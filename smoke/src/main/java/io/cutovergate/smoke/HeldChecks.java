package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.BackgroundJobsExecute;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachHeldQueue;
import io.cutovergate.harness.subject.JobQueue;
import io.cutovergate.probe.jobs.QueueReader;
import io.cutovergate.probe.jobs.Waiting;
import io.cutovergate.probe.redis.RedisProbe;
import io.cutovergate.probe.sql.SqlProbe;

/** Jobs that a worker took and died with: they are not due, they have not failed, and nobody executes them. */
@BackgroundJobsExecute
@EachHeldQueue
record HeldChecks(JobQueue queue, SqlProbe sql, RedisProbe redis, Evidence evidence) {

    @Check("no job is held by a worker that has given no sign of life for long")
    void noneIsStuck() {
        Waiting held = new QueueReader(sql, redis).held(queue);
        evidence.attach("jobs of " + queue + " that workers hold", "text/plain", held.question());
        evidence.measure("time without a sign of life from who holds a job", queue, held.oldest())
                .detail(held.depth() + " jobs are held")
                .atMost(queue.limits().silence(), "limits.background-jobs-execute.silence");
    }
}
