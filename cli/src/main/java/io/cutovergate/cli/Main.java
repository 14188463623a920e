package io.cutovergate.cli;

import io.cutovergate.harness.yaml.Units;
import io.cutovergate.testbed.TestbedException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        })
public final class Main {

    /** In the order of the help. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("plan", PlanCommand.class);
        COMMANDS.put("cutover", CutoverCommand.class);
        COMMANDS.put("rollback", RollbackCommand.class);
        COMMANDS.put("status", StatusCommand.class);
        COMMANDS.put("watch", WatchCommand.class);
        COMMANDS.put("compare", CompareCommand.class);
        COMMANDS.put("baseline", BaselineCommand.class);
        COMMANDS.put("undo", UndoCommand.class);
        COMMANDS.put("init", InitCommand.class);
        COMMANDS.put("sign", SignCommand.class);
        COMMANDS.put("faults", FaultsCommand.class);
        COMMANDS.put("prove", ProveCommand.class);
        COMMANDS.put("testbed", TestbedCommand.class);
        COMMANDS.put("generate-completion", GenerateCompletion.class);
    }

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
        CommandLine gate = new CommandLine(new Main());
        commands(arguments).forEach(gate::addSubcommand);
        return gate.setCaseInsensitiveEnumValuesAllowed(true)
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

    /** Only the one that is asked for, where it is known: to read what all of them take would be half of a short command's work. */
    private static Collection<Class<?>> commands(String... arguments) {
        boolean one = arguments.length > 0
                && COMMANDS.containsKey(arguments[0])
                && COMMANDS.get(arguments[0]) != GenerateCompletion.class;
        return one ? List.of(COMMANDS.get(arguments[0])) : COMMANDS.values();
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"gate " + Program.version()};
        }
    }
}
