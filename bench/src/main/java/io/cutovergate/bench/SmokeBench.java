package io.cutovergate.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Measures {@code gate run} with many HTTP checks, in turn with what else asks them: each from its start to its end. */
public final class SmokeBench {

    private static final int CHECKS = 200;
    private static final int ROUNDS = 5;
    private static final Duration DELAY = Duration.ofMillis(100);

    /** The default of {@code at-once}. */
    private static final int AT_ONCE = 8;

    private static final double TOLD = Double.POSITIVE_INFINITY;

    private final boolean small;
    private final Results results = new Results();
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    private SmokeBench(boolean small) {
        this.small = small;
    }

    /**
     * Arguments: the project's folder, the commit, newman's program (empty where there is none), and {@code --small} for
     * fewer rounds.
     */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path home = Path.of(args[0]);
        SmokeBench bench = new SmokeBench(args.length > 3 && args[3].equals("--small"));
        Path folder = Files.createTempDirectory("cutover-gate-bench-");
        Checks checks = new Checks(folder, CHECKS);
        boolean held;
        try (Delay delay = Delay.start(DELAY);
                Nginx nginx = Nginx.start(folder, checks.served(), delay.port())) {
            Contenders contenders = new Contenders(home, folder, checks, nginx, args[2]);
            bench.measure(checks, contenders, LatencyFloor.of(nginx, CHECKS, AT_ONCE));
            bench.judge(!args[2].isEmpty());
            Path file = home.resolve("bench/results/smoke-" + (bench.small ? "small" : "full") + ".json");
            held = bench.results.write(file, args[1], "what stands behind the colon");
        }
        delete(folder);
        System.exit(held ? 0 : 1);
    }

    private void measure(Checks checks, Contenders contenders, LatencyFloor floor) throws IOException {
        List<Contender> prompt = contenders.prompt();
        Contender late = contenders.late();
        // Each once before, with an answer that it must refuse: who notices nothing would be quick.
        checks.damage(true);
        for (Contender contender : prompt) {
            contender.run(true);
        }
        checks.damage(false);
        floor.run();
        for (int round = 1; round <= (small ? 2 : ROUNDS); round++) {
            Results.say("round " + round);
            for (Contender contender : prompt) {
                add(contender.name(), contender.run(false));
            }
            add("floor", floor.run());
            add(late.name(), late.run(false));
        }
        if (!small) {
            Results.say("without TLS");
            for (Contender contender : contenders.withoutTls()) {
                add(contender.name(), contender.run(false));
            }
        }
        runs.forEach(results::raw);
    }

    private void add(String name, Run run) {
        runs.computeIfAbsent(name, absent -> new ArrayList<>()).add(run);
    }

    private void judge(boolean newman) {
        ratio("CPU", Contenders.GATE, Contenders.PLAIN, Run::cpu, 0.30);
        ratio("wall", Contenders.GATE, Contenders.PLAIN, Run::wall, 0.30);
        if (newman) {
            // Of two rounds on a busy machine the order of two that are close says nothing.
            ratio("CPU", Contenders.GATE, Contenders.NEWMAN, Run::cpu, small ? TOLD : 1);
            ratio("wall", Contenders.GATE, Contenders.NEWMAN, Run::wall, small ? TOLD : 1);
        }
        if (!small) {
            ratio("CPU", Contenders.GATE, Contenders.PLAIN + Contenders.WITHOUT_TLS, Run::cpu, TOLD);
            ratio("wall", Contenders.GATE, Contenders.PLAIN + Contenders.WITHOUT_TLS, Run::wall, TOLD);
            if (newman) {
                ratio("CPU", Contenders.GATE, Contenders.NEWMAN + Contenders.WITHOUT_TLS, Run::cpu, TOLD);
                ratio("wall", Contenders.GATE, Contenders.NEWMAN + Contenders.WITHOUT_TLS, Run::wall, TOLD);
            }
        }
        // Waiting costs the floor no processor: on a busy machine the start and the report alone are as long.
        ratio("wall", Contenders.LATE, "floor", Run::wall, small ? 4 : 2);
        double least = CHECKS * DELAY.toMillis() / 1e3 / AT_ONCE;
        results.add(new Ratio(
                "wall, floor: " + CHECKS + " × " + DELAY.toMillis() + " ms / " + AT_ONCE,
                Ratio.median(runs.getOrDefault("floor", List.of()).stream()
                                .mapToDouble(Run::wall)
                                .toArray())
                        / least,
                TOLD));
    }

    private void ratio(String what, String one, String other, ToDoubleFunction<Run> figure, double limit) {
        List<Run> others = runs.getOrDefault(other, List.of());
        List<Run> ours = runs.getOrDefault(one, List.of());
        results.add(Ratio.of(
                what + ", " + one + ": " + other,
                ours.subList(ours.size() - others.size(), ours.size()),
                others,
                figure,
                limit));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
