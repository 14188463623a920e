package io.cutovergate.bench;

import io.cutovergate.testbed.process.TwoServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures {@code gate compare} on two PostgreSQL servers of this machine, in turn with the floor. */
public final class IntegrityBench {

    private static final int ROUNDS = 5;
    private static final double TOLD = Double.POSITIVE_INFINITY;
    private static final long MOST_MEBIBYTES = 200;

    private final boolean small;
    private final Measuring measuring;
    private final Results results = new Results();

    private IntegrityBench(boolean small, Measuring measuring) {
        this.small = small;
        this.measuring = measuring;
    }

    /** Arguments: the project's folder, the commit, and {@code --small} for a tenth of the size. */
    public static void main(String[] args) throws IOException {
        Path home = Path.of(args[0]);
        boolean small = args.length > 2 && args[2].equals("--small");
        int share = small ? 10 : 1;
        boolean held;
        try (TwoServers cluster = TwoServers.start()) {
            IntegrityBench bench = new IntegrityBench(small, new Measuring(home, cluster));
            Dataset narrow = Dataset.narrow(5_000_000 / share);
            bench.table(cluster, narrow, 0.40, 0.90);
            bench.table(cluster, Dataset.wide(1_000_000 / share), 0.55, 0.65);
            bench.freeze(cluster, narrow, 5_000_000 / share);
            Path file = home.resolve("bench/results/integrity-" + (small ? "small" : "full") + ".json");
            held = bench.results.write(file, args[1], "the floor");
        }
        System.exit(held ? 0 : 1);
    }

    /**
     * Equal data, then differences.
     *
     * @param equal highest ratio of the processor time to the floor's while the data is equal
     * @param different the same with differences
     */
    private void table(TwoServers cluster, Dataset dataset, double equal, double different) {
        Results.say("filling " + dataset.table());
        cluster.both(database -> dataset.create().forEach(database::execute));
        // Once for whoever has to read the files first.
        measuring.floor(dataset);
        rounds(dataset, "equal", equal, List.of());
        dataset.damage().forEach(cluster.target()::execute);
        rounds(dataset, "different", different, dataset.expected());
        cluster.target().execute("drop schema " + dataset.schema() + " cascade");
        dataset.create().forEach(cluster.target()::execute);
    }

    private void rounds(Dataset dataset, String data, double limit, List<String> expected) {
        List<Run> floors = new ArrayList<>();
        List<Run> tools = new ArrayList<>();
        List<Run> copies = new ArrayList<>();
        for (int round = 0; round < (small ? 2 : ROUNDS); round++) {
            floors.add(measuring.floor(dataset));
            Measuring.Compared compared = measuring.compare(dataset);
            tools.add(compared.run());
            copies.add(measuring.copyAndChecksum(dataset));
            check(dataset.schema() + ", " + data, compared, expected);
        }
        String name = dataset.schema() + ", " + data + ": ";
        results.raw(name + "floor", floors);
        results.raw(name + "gate compare", tools);
        results.raw(name + "copy and checksum", copies);
        results.add(Ratio.of(name + "CPU, servers and client", tools, floors, Run::cpu, small ? TOLD : limit));
        results.add(Ratio.of(name + "CPU of the servers alone", tools, floors, Run::servers, small ? limit * 2 : TOLD));
        results.add(Ratio.of(name + "wall", tools, floors, Run::wall, TOLD));
        results.add(Ratio.of(name + "copy and checksum, CPU", copies, floors, Run::cpu, TOLD));
        results.add(Ratio.of(name + "copy and checksum, wall", copies, floors, Run::wall, TOLD));
    }

    private void check(String what, Measuring.Compared compared, List<String> expected) {
        if (!compared.differences().equals(expected.stream().sorted().toList())
                || compared.exitStatus() != (expected.isEmpty() ? 0 : 1)) {
            results.wrong(what + ": named " + compared.differences() + " with exit status " + compared.exitStatus()
                    + " instead of " + expected);
        }
        if (compared.run().mebibytes() > MOST_MEBIBYTES) {
            results.wrong(what + ": " + compared.run().mebibytes() + " MiB of memory; at most " + MOST_MEBIBYTES);
        }
    }

    private void freeze(TwoServers cluster, Dataset narrow, long rows) throws IOException {
        Results.say("following " + narrow.table());
        Path folder = Files.createTempDirectory("cutover-gate-bench-");
        try {
            Freeze freeze = Freeze.measure(measuring, cluster, narrow, rows, folder);
            results.raw("freeze", freeze);
            results.add(new Ratio(
                    "freeze after following, of the full comparison: wall",
                    freeze.freeze() / freeze.full(),
                    small ? TOLD : 0.10));
            if (!freeze.found().equals(Freeze.EXPECTED)) {
                results.wrong("freeze: named " + freeze.found() + " instead of " + Freeze.EXPECTED);
            }
        } finally {
            Files.delete(folder);
        }
    }
}
