package io.cutovergate.cli;

import io.cutovergate.cutover.conduct.Judge;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.KeptResults;
import io.cutovergate.harness.run.RunListener;
import io.cutovergate.harness.run.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Judges between the steps: for the verdict in the run that will be its, and for a step's end in runs that do not count. */
final class StepJudge implements Judge {

    private final Prepared prepared;
    private final GateRun run;
    private final KeptResults kept;

    StepJudge(Prepared prepared, GateRun run, KeptResults kept) {
        this.prepared = prepared;
        this.run = run;
        this.kept = kept;
    }

    @Override
    public List<String> ask(String item) {
        Plan plan = prepared.planner()
                .plan(prepared.plan().gate(), prepared.files().migration(), new Narrowing(Set.of(), Set.of(item)));
        Path evidence = folder();
        try {
            GateRun asked =
                    new GateRun(plan, prepared.planner().classes(), evidence, new RunListener() {}, Clock.systemUTC());
            return why(asked.execute().items().stream()
                    .filter(result -> result.plan().item().id().equals(item))
                    .toList());
        } finally {
            Judging.delete(evidence);
        }
    }

    @Override
    public List<String> prove(List<String> items) {
        List<ItemResult> judged = run.judge(items::contains);
        List<String> why = why(judged);
        if (why.isEmpty()) {
            keep(judged);
        }
        return why;
    }

    private void keep(List<ItemResult> proven) {
        try {
            kept.keep(proven);
        } catch (IOException e) {
            throw new UncheckedIOException("what was proven cannot be kept, so nothing more is done", e);
        }
    }

    private static List<String> why(List<ItemResult> items) {
        if (items.isEmpty()) {
            return List.of("this gate has no such item");
        }
        return items.stream()
                .filter(result -> result.status() != Status.PROVEN && result.status() != Status.NOT_APPLICABLE)
                .flatMap(result -> Stream.concat(
                        Stream.of(result.plan().item().id() + " is " + result.status()),
                        result.causes().stream().map(cause -> "  " + cause)))
                .toList();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("gate-step-");
        } catch (IOException e) {
            throw new UncheckedIOException("evidence cannot be kept", e);
        }
    }
}
