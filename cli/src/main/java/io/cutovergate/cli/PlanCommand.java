package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.yaml.MachineResolver;
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

/** Prints what a gate must show, without asking anybody. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Prints every obligation of a gate, and what nothing can prove yet.",
            "Reads the files only: nobody is asked, no command of theirs is run."
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

    @Override
    public Integer call() {
        Prepared prepared = Prepared.of(
                gate,
                environment,
                new MachineResolver(System.getenv()).withoutCommands(),
                Catalogue.planner(Catalogue.jars(jars)),
                Narrowing.NONE);
        print(prepared, Program.out());
        return Exit.OK;
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
