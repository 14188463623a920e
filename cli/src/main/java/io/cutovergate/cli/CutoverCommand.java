package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import picocli.CommandLine.Command;

/** Conducts the cutover and judges it. */
@Command(
        name = "cutover",
        mixinStandardHelpOptions = true,
        description = {
            "Conducts the cutover: runs the steps of the environment file in order, proves what stands between them, and judges",
            "the gate, under a watch from outside. This runs your commands, which change production.",
            "",
            "Each step is confirmed at a terminal. Ctrl-C pauses; the same command goes on, also after a crash: what is done",
            "stands in a journal, and a step with done-when is asked for before it is run again. When a step fails before the",
            "point of no return, its steps are taken back. `gate status` tells from another terminal where it stands."
        })
final class CutoverCommand extends ConductCommand {

    @Override
    Gate gate() {
        return Gate.CUTOVER;
    }
}
