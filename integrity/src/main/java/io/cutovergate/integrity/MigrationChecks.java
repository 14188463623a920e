package io.cutovergate.integrity;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist.DataMigrationCompletes;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DataMigration;
import io.cutovergate.harness.subject.EachDataMigration;
import io.cutovergate.integrity.migrate.HiddenFailure;
import io.cutovergate.integrity.migrate.Quoted;
import io.cutovergate.probe.process.Attempt;
import io.cutovergate.probe.process.Command;
import io.cutovergate.probe.process.Outcome;
import java.nio.file.Path;

/** The user's command that migrates the data, run as it will be run: what it brought is asked of data-integrity, after it. */
@DataMigrationCompletes
@EachDataMigration
record MigrationChecks(DataMigration data, Gate gate, Migration migration, Evidence evidence) {

    private static final String RUN = "integrity.migrate.run";

    @Check(
            "the migration command runs to its end with status 0, no pipe hides the failure of a stage, and it takes no longer than"
                    + " it may")
    void runsToItsEnd() {
        Path folder = migration.file().toAbsolutePath().resolveSibling("");
        Command command = new Command(
                RUN,
                data.rules().run(),
                folder,
                data.rules().within(),
                data.rules().variables());
        refusePipes(command);
        Attempt attempt = command.attempt();
        Outcome outcome = new Outcome(
                attempt.outcome().status(), Quoted.leftOut(attempt.outcome().output()));
        evidence.attach("output of the data migration", "text/plain", "$ " + command + "\n" + outcome.output());
        if (attempt.ended()) {
            judge(outcome, command);
        }
        evidence.measure("duration", data, attempt.took())
                .detail(
                        attempt.ended()
                                ? ""
                                : "then it was stopped, with all that it started; it wrote: " + outcome.end())
                .atMost(data.rules().within(), "integrity.migrate.within");
        if (gate == Gate.CUTOVER && data.cutover() != null) {
            evidence.measure("duration", data, attempt.took())
                    .atMost(data.cutover().window(), "cutover.window");
        }
    }

    private static void refusePipes(Command command) {
        if (command.arguments().isEmpty()) {
            throw new Unexamined(RUN + " is empty: there is no command to run");
        }
        HiddenFailure.of(command.arguments(), command.folder()).ifPresent(pipe -> {
            throw new Unexamined(command + " was not run: " + pipe.where()
                    + " pipes without pipefail, so that the failure of all stages but the last would go unseen;"
                    + " put 'set -euo pipefail' of bash before it, or write to files between the stages");
        });
    }

    private void judge(Outcome outcome, Command command) {
        // What a shell answers when there is no such program: nothing was migrated, and nothing learnt.
        if (outcome.status() == 126 || outcome.status() == 127) {
            throw new Unexamined(
                    command + " could not run a program (status " + outcome.status() + "); it wrote: " + outcome.end());
        }
        evidence.measure("status of the migration command", data, outcome.status())
                .detail("it wrote: " + outcome.end())
                .is(0, RUN);
    }
}
