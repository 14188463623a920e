package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.BackgroundJobsExecute;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachJobProbe;
import io.cutovergate.harness.subject.JobProbe;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.sql.NamedQuery;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** A harmless job, from the request that enqueues it to its effect in the database, or wherever it is seen. */
@BackgroundJobsExecute
@EachJobProbe
record JobChecks(JobProbe job, HttpProbe http, SqlProbe sql, Login login, Migration migration, Evidence evidence) {

    @Check("an enqueued job takes effect exactly once within its deadline")
    void takesEffectOnce() {
        Jobs jobs = Objects.requireNonNull(migration.application().jobs());
        Jobs.Probe probe = job.probe();
        String id = UUID.randomUUID().toString();
        if (probe.effectAt() != null) {
            Effects effects = new Effects(probe.effectAt(), Objects.requireNonNull(job.effects()), id, http);
            effects.requireNone();
            judge(id, enqueue(id), effects::count, "jobs.probe.effect-at");
        } else {
            HttpRequest enqueued = enqueue(id);
            NamedQuery query = NamedQuery.of(Objects.requireNonNull(probe.effect()), "id");
            try (Reading reading = sql.at(jobs.database(), job.vantage().side()).reading()) {
                reading.in(jobs.schema());
                judge(
                        id,
                        enqueued,
                        () -> reading.row(
                                "jobs.probe.effect", query.sql(), row -> row.getLong(1), query.parameters(id)),
                        "jobs.probe.effect");
            }
        }
    }

    private HttpRequest enqueue(String id) {
        Jobs.Probe probe = job.probe();
        HttpRequest enqueue = login.as(probe.enqueue().as(), JobRequest.of(job.host(), probe.enqueue(), id));
        HttpAnswer accepted = http.ask(enqueue);
        AnswerRules.hold(probe.enqueue(), accepted, job, evidence, "jobs.probe.enqueue");
        return enqueue;
    }

    private void judge(String id, HttpRequest enqueue, Supplier<Long> effects, String key) {
        Jobs.Probe probe = job.probe();
        long first = Polling.until(probe.within(), effects, count -> count > 0);
        evidence.measure("effects", job, first)
                .detail("of job " + id + ", enqueued by " + enqueue + "; waited up to " + Units.print(probe.within())
                        + " (jobs.probe.within)")
                .is(1L, key);
        long later = Polling.throughout(probe.settle(), effects, count -> count == 1);
        evidence.measure("effects after settling", job, later)
                .detail("of job " + id + ", asked again for " + Units.print(probe.settle()) + " (jobs.probe.settle)")
                .is(1L, key);
    }
}
