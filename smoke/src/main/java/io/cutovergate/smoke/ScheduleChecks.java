package io.cutovergate.smoke;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.JobsRunOnce;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachScheduledJob;
import io.cutovergate.harness.subject.ScheduledJob;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.sql.NamedQuery;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The runs of a scheduled job, on whichever side they were. */
@JobsRunOnce
@EachScheduledJob
record ScheduleChecks(ScheduledJob job, SqlProbe sql, Migration migration, Evidence evidence) {

    private static final int SHOWN = 5;

    @Check("each scheduled run was made once, over both sides")
    void eachRunWasMadeOnce() {
        Jobs.Schedule schedule = job.schedule();
        Instant now = Instant.now();
        Instant since = now.minus(schedule.over());
        Runs runs = new Runs(Map.of()).with("target", due(Side.TARGET, since)).with("source", due(Side.SOURCE, since));
        String key = "jobs.scheduled." + job.name();
        if (runs.sides().isEmpty()) {
            throw new Unexamined("no run of " + job.name() + " is known of either side for "
                    + Units.print(schedule.over()) + " (" + key + ".runs, over)");
        }
        evidence.note(runs.sides().size() + " runs of " + job.name() + " since " + since + ", the first due at "
                + runs.sides().keySet().iterator().next() + " (before it nothing is known), the last at "
                + runs.sides().keySet().stream().reduce((one, next) -> next).orElseThrow());
        List<String> doubled = runs.doubled();
        List<Runs.Gap> gaps = runs.gaps(schedule.every(), schedule.late(), now);
        long missing = gaps.stream().mapToLong(Runs.Gap::missing).sum();
        evidence.forEach(
                List.of(
                        () -> evidence.measure("runs made more than once", job, doubled.size())
                                .detail(first(doubled))
                                .is(0, key + ".runs"),
                        () -> evidence.measure("runs missing", job, missing)
                                .detail(first(gaps) + "; one every " + Units.print(schedule.every()) + ", at most "
                                        + Units.print(schedule.late()) + " late (" + key + ")")
                                .atMost(
                                        migration
                                                .environment()
                                                .limits()
                                                .jobsRunOnce()
                                                .missed(),
                                        "limits.jobs-run-once.missed")),
                Runnable::run);
    }

    private List<Instant> due(Side side, Instant since) {
        NamedQuery query = NamedQuery.of(job.schedule().runs(), "since");
        OffsetDateTime from = since.atOffset(ZoneOffset.UTC);
        try (Reading reading = sql.at(job.database(), side).reading()) {
            return reading.rows(
                    "jobs.scheduled." + job.name() + ".runs",
                    query.sql(),
                    row -> row.getObject(1, OffsetDateTime.class).toInstant(),
                    query.parameters(from));
        }
    }

    private static String first(List<?> all) {
        return all.isEmpty() ? "none" : all.subList(0, Math.min(SHOWN, all.size())) + (all.size() > SHOWN ? " …" : "");
    }
}
