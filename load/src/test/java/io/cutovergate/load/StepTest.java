package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.SimulationLog.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A target that gives way between 20 and 40 requests a second. */
class StepTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theKneeIsWhereTheLimitsStopToHold() throws IOException {
        Migration migration = migration();
        LoadRules rules = migration.environment().load();
        List<Answer> answers = new ArrayList<>();
        send(answers, 500, 3_500, 10, 20);
        send(answers, 3_500, 5_500, 20, 30);
        send(answers, 5_500, 7_500, 40, 900);
        Injection injection = new Injection(new Recording(0, answers, List.of()), new Health(List.of(), 2));

        List<Step> steps = Step.of(injection, rules);
        var limits = migration.environment().limits().performanceUnderLoad();

        assertThat(steps).extracting(step -> step.figures().count()).containsExactly(40L, 80L);
        assertThat(Step.knee(steps, limits))
                .isEqualTo("the limits of the expected peak hold at 20/s and no more at 40/s (load.steps)");
        assertThat(Step.told(steps, limits)).contains("20/s", "held", "900  broken");
        assertThat(Step.knee(steps.subList(0, 1), limits)).contains("hold at 20/s too");
        assertThat(LoadRun.of(injection, 10, rules).answers())
                .as("what is judged")
                .hasSize(20);
    }

    private static void send(List<Answer> answers, int from, int to, int perSecond, int takes) {
        for (int sent = from; sent < to; sent += 1000 / perSecond) {
            answers.add(new Answer("GET /", sent, sent + takes, true, ""));
        }
    }

    private Migration migration() throws IOException {
        Files.writeString(folder.resolve("app.yaml"), "{ format: 1, name: fixture }");
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: test
                public: { hosts: { api: "api.localhost:1" } }
                target: { name: here }
                load: { peak: 10/s, margin: 1, warm-up: 1s, for: 2s, steps: [ 20/s, 40/s ], step: 2s }
                limits: { performance-under-load: { p95: 300ms } }
                """);
        Problems problems = new Problems();
        Migration migration = MigrationFiles.read(file, new MachineResolver(Map.of()), problems)
                .migration();
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
        return migration;
    }
}
