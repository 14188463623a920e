package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.BackgroundJobsExecute;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachFailingJob;
import io.cutovergate.harness.subject.FailingJob;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.sql.NamedQuery;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A harmless job that fails, from the request that enqueues it to the place where a person finds it. */
@BackgroundJobsExecute
@EachFailingJob
record FailingJobChecks(FailingJob job, HttpProbe http, SqlProbe sql, Login login, Evidence evidence) {

    @Check("a job that fails is tried again, and then parked where a person finds it")
    void isRetriedAndParked() {
        Jobs.Failing failing = job.failing();
        String id = withoutDigits(UUID.randomUUID());
        HttpRequest enqueue = login.as(failing.enqueue().as(), JobRequest.of(job.host(), failing.enqueue(), id));
        HttpAnswer accepted = http.ask(enqueue);
        AnswerRules.hold(failing.enqueue(), accepted, job, evidence, "jobs.failing.enqueue");
        NamedQuery query = NamedQuery.of(failing.parked(), "id");
        try (Reading reading =
                sql.at(job.jobs().database(), job.vantage().side()).reading()) {
            reading.in(job.jobs().schema());
            Supplier<List<Long>> parked =
                    () -> reading.rows("jobs.failing.parked", query.sql(), row -> row.getLong(1), query.parameters(id));
            List<Long> found = Polling.until(failing.within(), parked, rows -> !rows.isEmpty());
            evidence.measure("parked", job, found.size())
                    .detail("job " + id + ", enqueued by " + enqueue + "; waited up to " + Units.print(failing.within())
                            + " (jobs.failing.within)")
                    .is(1, "jobs.failing.parked");
            evidence.measure("attempts", job, found.get(0))
                    .detail("of job " + id + " until it was parked")
                    .atLeast((long) failing.attempts(), "jobs.failing.attempts");
        }
    }

    /** What is parked is kept with its identifier, in which nobody shall find a telephone number. */
    private static String withoutDigits(UUID id) {
        return id.toString()
                .replace("-", "")
                .chars()
                .map(c -> c <= '9' ? 'g' + (c - '0') : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
