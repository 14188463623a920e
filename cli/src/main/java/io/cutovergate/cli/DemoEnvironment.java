package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.reports.verdict.Verdict;
import io.cutovergate.testbed.Environment;
import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.Testbed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** A running testbed together with the demo's files for it. */
final class DemoEnvironment implements AutoCloseable {

    private final Environment environment;
    private final Path folder;
    private final Testbed testbed;
    private final boolean full;

    private DemoEnvironment(Environment environment, Path folder, Testbed testbed, boolean full) {
        this.environment = environment;
        this.folder = folder;
        this.testbed = testbed;
        this.full = full;
    }

    /** Which environment a gate judges. */
    static Environment of(Gate gate) {
        return switch (gate) {
            case DEV -> Environment.DEV;
            case STAGING -> Environment.STAGING;
            case PRE_CUTOVER, CUTOVER, POST_CUTOVER, ROLLBACK, DECOMMISSION -> Environment.PRODUCTION;
        };
    }

    /**
     * Starts what a gate judges, as it is at the time of that gate.
     *
     * @param full whether it is judged with what takes minutes
     */
    static DemoEnvironment start(Gate gate, boolean full, Consumer<String> progress, Interruption interruption) {
        DemoEnvironment demo = start(of(gate), full, progress);
        try {
            if (gate == Gate.STAGING) {
                progress.accept(demo.rehearseRollback(demo.rehearsal(), true, interruption));
            } else if (gate == Gate.PRE_CUTOVER) {
                progress.accept(rehearseElsewhere(demo.rehearsal(), interruption));
            } else if (EnumSet.of(Gate.POST_CUTOVER, Gate.ROLLBACK, Gate.DECOMMISSION)
                    .contains(gate)) {
                if (gate == Gate.POST_CUTOVER) {
                    progress.accept("a baseline is taken of the source, before it is moved");
                    demo.watch(gate, interruption).record(Gate.PRE_CUTOVER);
                }
                demo.conduct(Gate.CUTOVER, plan -> demo.moved(), interruption);
            }
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
        return demo;
    }

    /** Starts the testbed of an environment; everything of it is in one folder, which goes with it, however it ends. */
    static DemoEnvironment start(Environment environment, Consumer<String> progress) {
        return start(environment, false, progress);
    }

    private static DemoEnvironment start(Environment environment, boolean full, Consumer<String> progress) {
        Path folder = folder(environment);
        DemoEnvironment demo =
                new DemoEnvironment(environment, folder, Testbed.start(environment, folder, progress), full);
        try {
            if (environment == Environment.PRODUCTION) {
                // Since when the TTL is low can only be told of what was looked at before.
                demo.rehearse(Gate.PRE_CUTOVER, "dns-ttl-low");
                progress.accept(demo.rehearse(Gate.STAGING, "data-integrity"));
            }
            return demo;
        } catch (RuntimeException e) {
            demo.close();
            throw e;
        }
    }

    private static Path folder(Environment environment) {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "cutover-gate-demo-" + ProcessHandle.current().pid() + "-" + environment.word());
    }

    /** A folder for what is only needed while the testbed runs. */
    Path folder() {
        return folder;
    }

    Testbed testbed() {
        return testbed;
    }

    Environment environment() {
        return environment;
    }

    /** What the demo's files refer to: what the testbed hands out, and what is made for the demo beside it. */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(testbed.variables());
        variables.put("GATE_DEMO_SIGNOFFS", signOffs().toString());
        variables.put("GATE_DEMO_STAGING_VERDICT", verdictOf(Gate.STAGING));
        variables.put(
                "GATE_DEMO_CUTOVER_VERDICT", moved().resolve("verdict.json").toString());
        return variables;
    }

    /** The gate's plan by the demo's files; its variables stand in for the machine's environment. */
    Prepared prepare(Gate gate, Planner planner) {
        return prepare(gate, planner, Narrowing.NONE);
    }

    /**
     * Judges the gate; what is conducted at it is conducted, without a question.
     *
     * @param report chooses its folder
     */
    Verdict judge(Gate gate, Function<Plan, Path> report, Interruption interruption) {
        if (isConducted(gate)) {
            return conduct(gate, report, interruption);
        }
        if (gate == Gate.POST_CUTOVER) {
            watch(gate, interruption).record(gate);
        }
        Prepared prepared = prepare(gate, Catalogue.planner(List.of()));
        return Judging.judge(prepared, report.apply(prepared.plan()), folder, interruption);
    }

    private DemoWatch watch(Gate gate, Interruption interruption) {
        Prepared prepared = prepare(gate, Catalogue.planner(List.of()));
        return new DemoWatch(file(), variables(), prepared.files().migration(), interruption);
    }

    /** Whether steps are run at the gate, which leave the testbed another one than it was. */
    static boolean isConducted(Gate gate) {
        return gate == Gate.CUTOVER || gate == Gate.ROLLBACK;
    }

    private Verdict conduct(Gate gate, Function<Plan, Path> report, Interruption interruption) {
        Prepared prepared = prepare(gate, Catalogue.planner(List.of()));
        TerminalVoice voice = TerminalVoice.of(true);
        interruption.onInterrupt(voice::pause);
        return new Conducting(prepared, file(), "demo", voice, interruption, variables())
                .judge(report.apply(prepared.plan()));
    }

    private Prepared prepare(Gate gate, Planner planner, Narrowing narrowing) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putAll(variables());
        return Prepared.of(gate, file(), new MachineResolver(variables), planner, narrowing);
    }

    /**
     * Judges what later gates build on, as far as they look: the demo has not rehearsed its production. The verdict is a
     * real one and says what it is: narrowed to one item, and so no GO.
     */
    private String rehearse(Gate gate, String item) {
        Prepared prepared = prepare(gate, Catalogue.planner(List.of()), new Narrowing(Set.of(), Set.of(item)));
        Verdict verdict = Judging.quietly(prepared, report(gate), folder);
        return "DEMO: " + gate + " judged by " + item + " alone, as the verdict to build on: " + verdict.headline();
    }

    /** Rehearses the way back in a staging that is there for nothing else, and so has only what that needs. */
    private static String rehearseElsewhere(Path report, Interruption interruption) {
        Path folder = folder(Environment.STAGING);
        Testbed testbed = Testbed.start(Environment.STAGING, EnumSet.noneOf(Part.class), folder, line -> {});
        try (DemoEnvironment staging = new DemoEnvironment(Environment.STAGING, folder, testbed, false)) {
            return staging.rehearseRollback(report, false, interruption);
        }
    }

    /**
     * Goes the way back as {@code gate rollback} does, judged by its time alone.
     *
     * @param putBack whether this environment is judged afterwards
     */
    private String rehearseRollback(Path report, boolean putBack, Interruption interruption) {
        Narrowing timed = new Narrowing(Set.of(), Set.of("rollback-in-time"));
        Prepared prepared = prepare(Gate.ROLLBACK, Catalogue.planner(List.of()), timed);
        RollbackRehearsal rehearsal = new RollbackRehearsal(prepared, file(), variables(), interruption);
        Verdict verdict = rehearsal.judge(report);
        if (putBack) {
            rehearsal.putBack();
        }
        return "DEMO: the rollback is rehearsed in staging and judged by rollback-in-time alone: " + verdict.headline();
    }

    private Path rehearsal() {
        return Path.of(Objects.requireNonNull(testbed.variables().get("TESTBED_REHEARSAL")));
    }

    private String verdictOf(Gate gate) {
        return report(gate).resolve("verdict.json").toString();
    }

    /** The report of the cutover that a later gate looks back on. */
    private Path moved() {
        return folder.resolve("demo-moved");
    }

    private Path report(Gate gate) {
        return folder.resolve("demo-" + gate.id() + "-verdict");
    }

    @Override
    public void close() {
        testbed.close();
    }

    private Path file() {
        Path file = Program.home().resolve("environments/demo/" + name() + ".yaml");
        return full ? FullFile.write(file, folder) : file;
    }

    private String name() {
        return environment.name().toLowerCase(Locale.ROOT);
    }

    /** Nobody walked through a demo: its sign-off says so, and is bound to this demo's release alone. */
    private Path signOffs() {
        Map<String, String> variables = testbed.variables();
        String text = """
                format: 1
                sign-offs:
                  - item: team-walkthrough-done
                    gate: staging
                    environment: %s
                    release: { backend: "%s", frontend: "%s" }
                    by: DEMO
                    on: 2026-11-22
                    statement: "DEMO: nobody walked through; this stands in, so that the demo shows a signed item."
                """.formatted(
                        name(), variables.get("TESTBED_BACKEND_DIGEST"), variables.get("TESTBED_FRONTEND_DIGEST"));
        try {
            return Files.writeString(folder.resolve("signoffs.yaml"), text);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's sign-offs cannot be written", e);
        }
    }
}
