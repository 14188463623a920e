package io.cutovergate.cli;

import io.cutovergate.testbed.Environment;
import io.cutovergate.testbed.Testbed;
import io.cutovergate.testbed.TestbedException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The embedded deployment without a gate. */
@Command(
        name = "testbed",
        mixinStandardHelpOptions = true,
        description = "Starts, breaks and stops the embedded deployment without running a gate.")
final class TestbedCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "up, down or fault is needed");
    }

    @Command(
            name = "up",
            mixinStandardHelpOptions = true,
            description = {
                "Starts an environment and leaves it running until Ctrl-C or `gate testbed down`.",
                "--variables writes what the environment files refer to, for `gate run`."
            })
    int up(
            @Parameters(paramLabel = "ENVIRONMENT", description = "dev, staging or production", defaultValue = "dev")
                    Environment environment,
            @Option(
                            names = "--variables",
                            paramLabel = "FILE",
                            description = "write export NAME=VALUE lines here (0600)")
                    @Nullable
                    Path variables) {
        PrintStream console = Program.out();
        try (Interruption interruption = new Interruption();
                DemoEnvironment demo = DemoEnvironment.start(environment, line -> console.println("  " + line))) {
            if (variables != null) {
                VariablesFile.write(variables, demo.variables());
            }
            console.println(
                    "Up; process " + demo.testbed().hostPid() + ". It ends with Ctrl-C or `gate testbed down`.");
            for (Map.Entry<String, String> variable : demo.testbed().variables().entrySet()) {
                if (!VariablesFile.isSecret(variable.getKey())) {
                    console.println("  " + variable.getKey() + "=" + variable.getValue());
                }
            }
            interruption.exitWith(Exit.OK);
            ProcessHandle.of(demo.testbed().hostPid()).ifPresent(interruption::await);
        }
        return Exit.OK;
    }

    @Command(
            name = "down",
            mixinStandardHelpOptions = true,
            description = "Stops the running testbed; with --all every one of this user.")
    int down(@Option(names = "--all", description = "also where there are several") boolean all) {
        List<Long> hosts = Testbed.running().stream()
                .map(state -> Testbed.attach(state).hostPid())
                .toList();
        if (hosts.size() > 1 && !all) {
            throw new UsageException(hosts.size() + " testbeds run (processes " + hosts
                    + "); end the one you mean with `kill`, or all of them with --all");
        }
        hosts.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy));
        Program.out().println(hosts.isEmpty() ? "No testbed runs." : "Stopped " + hosts.size() + ".");
        return Exit.OK;
    }

    @Command(
            name = "fault",
            mixinStandardHelpOptions = true,
            description = "Switches a fault of the running testbed on, or off with --heal.")
    int fault(
            @Parameters(paramLabel = "FAULT", description = "a name that `gate faults` lists") String name,
            @Option(names = "--heal", description = "switch it off") boolean heal,
            @Option(names = "--process", paramLabel = "PID", description = "the testbed's process, where several run")
                    @Nullable
                    Long process) {
        Testbed testbed = running(process);
        try {
            if (heal) {
                testbed.heal(name);
                Program.out().println("Healed " + name + ".");
            } else {
                Program.out().println(name + ": " + testbed.inject(name));
            }
            return Exit.OK;
        } catch (TestbedException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The testbed that is meant; with several, guessing would break somebody else's. */
    private static Testbed running(@Nullable Long process) {
        List<Testbed> found = Testbed.running().stream()
                .map(Testbed::attach)
                .filter(testbed -> process == null || testbed.hostPid() == process)
                .toList();
        if (found.isEmpty()) {
            throw new UsageException("no such testbed runs; `gate testbed up` starts one");
        }
        if (found.size() > 1) {
            throw new UsageException(found.size() + " testbeds run; name one with --process: "
                    + found.stream()
                            .map(testbed -> Long.toString(testbed.hostPid()))
                            .collect(Collectors.joining(", ")));
        }
        return found.get(0);
    }
}
