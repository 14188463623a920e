package io.cutovergate.cli;

import io.cutovergate.harness.yaml.Units;
import io.cutovergate.testbed.TestbedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The gate command. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Decides, phase by phase, whether a production system may move from one cloud to another.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit status:%n",
        footer = {
            "   0  GO, or GO WITH WAIVERS",
            "   1  NO-GO: a rule is broken, or an item is not proven",
            "   2  INCONCLUSIVE: too few samples, interrupted, or narrowed with --suite or --item",
            "  64  wrong usage, or a mistake in a file: nothing was written",
            "  70  the program itself broke",
            "",
            "Begin with `gate demo`; then `gate init` writes files for your own system."
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            PlanCommand.class,
            CompareCommand.class,
            InitCommand.class,
            SignCommand.class,
            FaultsCommand.class,
            ProveCommand.class,
            TestbedCommand.class,
            GenerateCompletion.class
        })
public final class Main {

    private Main() {}

    /** Runs the command and exits with its status. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs the command; its exit status. */
    static int execute(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(io.cutovergate.harness.Gate.class, Words::gate)
                .registerConverter(io.cutovergate.harness.Suite.class, Words::suite)
                .registerConverter(io.cutovergate.harness.config.Integrity.Hash.class, Words::hash)
                .registerConverter(java.time.Duration.class, Units::duration)
                .setExitCodeExceptionMapper(thrown -> thrown instanceof UsageException ? Exit.USAGE : Exit.SOFTWARE)
                .setParameterExceptionHandler((e, args) -> {
                    PrintWriter writer = e.getCommandLine().getErr();
                    writer.println("gate: " + e.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(e, writer);
                    writer.println("`" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help` says more.");
                    return Exit.USAGE;
                })
                .setExecutionExceptionHandler((e, line, result) -> {
                    if (e instanceof UsageException) {
                        err.println(e.getMessage());
                        return Exit.USAGE;
                    }
                    if (e instanceof TestbedException) {
                        err.println("gate: " + e.getMessage());
                        return Exit.SOFTWARE;
                    }
                    err.println("gate: the program itself broke; this says nothing about your system.");
                    e.printStackTrace(err);
                    return Exit.SOFTWARE;
                })
                .execute(arguments);
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"gate " + Program.version()};
        }
    }
}
