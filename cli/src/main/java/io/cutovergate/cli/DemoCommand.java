package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.reports.verdict.Verdict;
import io.cutovergate.testbed.FaultInfo;
import io.cutovergate.testbed.Testbed;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job, on the embedded testbed. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts an embedded deployment of a small shop on this machine, runs gates on it and decides.",
            "Needs no Docker, no account and no network. `--fault` breaks it first: look at `gate faults`."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--gate", paramLabel = "GATE", description = "a gate to run; may be repeated (default: dev)")
    private List<Gate> gates = new ArrayList<>();

    @Option(names = "--fault", paramLabel = "FAULT", description = "a fault to switch on first; may be repeated")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--keep", description = "leave the deployment running after the verdict, until Ctrl-C")
    private boolean keep;

    @Option(
            names = "--full",
            description =
                    "hold the target's times against the source's too, where the gate has both: takes minutes more")
    private boolean full;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder of the report; with several gates, of a report for each")
    private @Nullable Path out;

    @Override
    public Integer call() {
        List<Gate> asked = gates.isEmpty() ? List.of(Gate.DEV) : gates;
        List<String> known = Testbed.faults().stream().map(FaultInfo::name).toList();
        for (String fault : faults) {
            if (!known.contains(fault)) {
                throw new UsageException("--fault: there is no fault called " + fault + "; `gate faults` lists them");
            }
        }
        int worst = Exit.OK;
        try (Interruption interruption = new Interruption()) {
            for (Gate gate : asked) {
                int status = demo(gate, asked.size() > 1, interruption);
                worst = worst == Exit.NO_GO ? worst : status == Exit.OK ? worst : status;
                interruption.exitWith(worst);
            }
        }
        return worst;
    }

    private int demo(Gate gate, boolean oneOfSeveral, Interruption interruption) {
        PrintStream console = Program.out();
        try (DemoEnvironment demo = DemoEnvironment.start(
                gate, full, line -> console.println(Program.style().dim("  " + line)), interruption)) {
            for (String fault : faults) {
                console.println("Fault " + fault + ": " + demo.testbed().inject(fault));
            }
            Path folder = out == null || !oneOfSeveral ? out : out.resolve(gate.id());
            Verdict verdict = demo.judge(gate, plan -> ReportFolder.choose(folder, plan), interruption);
            if (keep) {
                keep(demo, interruption);
            }
            return Judging.exitStatus(verdict);
        }
    }

    private static void keep(DemoEnvironment demo, Interruption interruption) {
        PrintStream console = Program.out();
        console.println();
        console.println("The deployment stays up until Ctrl-C. From another terminal: `gate testbed fault NAME`.");
        demo.testbed().variables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(variable -> !VariablesFile.isSecret(variable.getKey()))
                .forEach(variable -> console.println("  " + variable.getKey() + "=" + variable.getValue()));
        ProcessHandle.of(demo.testbed().hostPid()).ifPresent(interruption::await);
    }
}
