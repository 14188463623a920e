package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.integrity.rows.Comparing;
import io.cutovergate.integrity.rows.DataResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a gate must show, without asking anybody unless a forecast is wanted. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every obligation of a gate, and what nothing can prove yet.",
            "Reads the files only: nobody is asked, no command of theirs is run. With --forecast both sides' databases are",
            "asked how long it takes to compare them."
        })
final class PlanCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "GATE",
            description = "dev, staging, pre-cutover, cutover, post-cutover, rollback or decommission")
    private Gate gate = Gate.DEV;

    @Option(names = "--env", required = true, paramLabel = "FILE", description = "the environment file")
    private Path environment = Path.of("");

    @Option(
            names = "--classpath",
            paramLabel = "JAR",
            description = "a jar with items and checks of your own; ./checks/*.jar are taken too")
    private List<Path> jars = new ArrayList<>();

    @Option(
            names = "--forecast",
            description = "say how long comparing the data will take, from the sizes and the measured speed")
    private boolean forecast;

    @Override
    public Integer call() {
        Prepared prepared = Prepared.of(
                gate,
                environment,
                new MachineResolver(System.getenv()).withoutCommands(),
                Catalogue.planner(Catalogue.jars(jars)),
                Narrowing.NONE);
        print(prepared, Program.out());
        return forecast ? forecast() : Exit.OK;
    }

    private int forecast() {
        boolean all = true;
        for (CompareSides.Pair pair : CompareSides.of(environment)) {
            Program.out().println();
            Program.out()
                    .println("Comparing " + pair.databases().source() + " with "
                            + pair.databases().target() + ":");
            Comparing how = Comparing.whole(pair.connections(), 0);
            all &= CompareForecast.tell(pair, how) == DataResult.Verdict.EQUAL;
        }
        return all ? Exit.OK : Exit.INCONCLUSIVE;
    }

    private static void print(Prepared prepared, PrintStream out) {
        List<ItemPlan> items = prepared.plan().items();
        long open = items.stream()
                .filter(item -> item.notApplicable() == null && !item.gaps().isEmpty())
                .count();
        out.println("Gate " + prepared.plan().gate() + " of "
                + prepared.files().migration().environment().environment() + ": " + items.size() + " items, "
                + prepared.plan().obligations().size() + " obligations, " + open + " items that nothing can prove yet");
        for (ItemPlan item : items) {
            out.println();
            out.println(item.item().id() + " - " + item.item().title());
            if (item.notApplicable() != null) {
                out.println("  not applicable until " + item.notApplicable().until() + ": "
                        + item.notApplicable().why());
                continue;
            }
            if (item.item().signOff()) {
                out.println("  a person states it: gate sign");
            }
            subjectsByClaim(item).forEach((claim, subjects) -> {
                out.println("  " + claim);
                out.println("      " + String.join(", ", subjects));
            });
            item.exempted().forEach(claim -> out.println("  not applicable: " + claim));
            item.gaps().forEach(gap -> out.println("  UNPROVEN: " + gap));
        }
    }

    private static Map<String, List<String>> subjectsByClaim(ItemPlan item) {
        Map<String, List<String>> subjects = new LinkedHashMap<>();
        for (Obligation obligation : item.obligations()) {
            subjects.computeIfAbsent(obligation.claim().text(), claim -> new ArrayList<>())
                    .add(obligation.subject().id());
        }
        return subjects;
    }
}
