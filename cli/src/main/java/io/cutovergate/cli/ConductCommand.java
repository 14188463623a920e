package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.Narrowing;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that conduct have in common. */
abstract class ConductCommand implements Callable<Integer> {

    @Mixin
    private JudgedFiles files = new JudgedFiles();

    @Option(names = "--operator", paramLabel = "NAME", description = "who decides (default: the user of this machine)")
    private String operator = System.getProperty("user.name", "unknown");

    @Option(names = "--yes", description = "do not ask before each step")
    private boolean yes;

    abstract Gate gate();

    @Override
    public Integer call() {
        TerminalVoice voice = TerminalVoice.of(yes);
        Prepared prepared = files.prepare(gate(), Narrowing.NONE);
        Path report = files.report(prepared);
        try (Interruption interruption = new Interruption()) {
            interruption.onInterrupt(voice::pause);
            Conducting conducting =
                    new Conducting(prepared, files.environment(), operator, voice, interruption, Map.of());
            return interruption.exitWith(Judging.exitStatus(conducting.judge(report)));
        }
    }
}
