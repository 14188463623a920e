package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import picocli.CommandLine.Command;

/** Conducts the way back and judges it. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Conducts the way back: runs rollback.steps in order under a watch from outside, and judges whether the public names",
            "are served by the source in time. The decision is the moment in which this command begins."
        })
final class RollbackCommand extends ConductCommand {

    @Override
    Gate gate() {
        return Gate.ROLLBACK;
    }
}
