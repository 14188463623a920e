package io.cutovergate.bench.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cutovergate.cutover.watch.Observer;
import io.cutovergate.cutover.watch.RecordReader;
import io.cutovergate.cutover.watch.WatchRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Lets the gate's own watch look at outages of known length. */
public final class WatchBench {

    /** The order of the cases and their phases against the schedule. */
    private static final long SEED = 5;

    private static final long MILLI = 1000;
    private static final List<Long> LENGTHS = List.of(100L, 150L, 200L, 300L, 500L, 800L, 1500L, 3000L, 5000L);
    private static final List<Long> FEW = List.of(100L, 250L, 1500L);

    /** Time after a case, so that what belongs to it is over when the next begins. */
    private static final long BETWEEN = 1500 * MILLI;

    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofSeconds(30);

    private final boolean small;
    private final Random random = new Random(SEED);
    private final List<String> leftOut = new ArrayList<>();

    private record Seen(
            WatchRecord record, List<Case> cases, List<Moment> service, List<Moment> observer, Duration quiet) {}

    private WatchBench(boolean small) {
        this.small = small;
    }

    /** Arguments: the project's folder, the commit, and {@code --small} for few cases and a short quiet time. */
    public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
        Path home = Path.of(args[0]);
        WatchBench bench = new WatchBench(args.length > 2 && args[2].equals("--small"));
        Path folder = Files.createTempDirectory("cutover-gate-bench-");
        Path file = home.resolve("bench/results/watch-" + (bench.small ? "small" : "full") + ".json");
        boolean held;
        try (Place place = Place.prepare()) {
            Setting setting = Setting.prepare(home.resolve("bench"), folder, place);
            Duration maxGap = setting.migration().environment().watch().maxGap();
            Seen seen = bench.watch(setting, place, folder.resolve("bench" + RecordReader.ENDING));
            Judge judge = new Judge(seen.record(), seen.cases(), seen.service(), maxGap);
            held = bench.judge(file, args[1], seen, judge);
        }
        delete(folder);
        System.exit(held ? 0 : 1);
    }

    private Seen watch(Setting setting, Place place, Path file) throws IOException, InterruptedException {
        Stalls stalls = Stalls.watch();
        List<Case> cases = new ArrayList<>();
        Duration quiet = small ? SHORT : QUIET;
        List<Moment> service;
        try (Subject subject = Subject.start(place, setting.port(), setting.store());
                Observer observer = Observer.start(setting.migration(), file, "bench")) {
            for (Planned planned : planned(place)) {
                if (planned.kind() == Kind.KILLED) {
                    subject.prepareSpare();
                }
                Moment.await(Moment.now() + BETWEEN + random.nextLong(BETWEEN));
                cases.add(planned.kind().make(subject, planned.millis() * MILLI));
            }
            say(cases.size() + " outages made; quiet for " + quiet.toSeconds() + " s");
            Moment.await(Moment.now() + BETWEEN + quiet.toNanos() / 1000);
            observer.finish();
            service = subject.stalls();
        }
        return new Seen(RecordReader.file(file), cases, service, stalls.seen(), quiet);
    }

    private record Planned(Kind kind, long millis) {}

    private List<Planned> planned(Place place) {
        List<Planned> planned = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind == Kind.DROPPED && !place.dropsPackets()) {
                leftOut.add(kind + ": " + place.why());
                continue;
            }
            (small ? FEW : LENGTHS).forEach(millis -> planned.add(new Planned(kind, millis)));
        }
        leftOut.forEach(what -> say("left out, so not held: " + what));
        Collections.shuffle(planned, random);
        return planned;
    }

    private boolean judge(Path file, String commit, Seen seen, Judge judge) throws IOException {
        List<Found> found = judge.found();
        List<Found> looked = found.stream().filter(one -> !one.blind()).toList();
        List<Stray> strays = judge.strays();
        List<Row> rows = new ArrayList<>();
        for (String series : List.of("new", "kept")) {
            for (Kind kind : Kind.values()) {
                add(
                        rows,
                        kind.toString(),
                        series,
                        looked.stream()
                                .filter(one -> one.made().kind().equals(kind.toString()))
                                .toList());
            }
            add(rows, "all", series, looked);
        }
        rows.forEach(row -> say(row.toString()));
        Limits limits = Limits.of(small);
        List<String> wrong = limits.beyond(rows, looked, strays);
        say(found.size() - looked.size() + " observations of cases left out: the observer was not looking");
        for (Stray stray : strays) {
            say(String.format(
                    Locale.ROOT,
                    "not made: %s, %s connections, %d ms at %s (%s); lag of the observer then %.1f ms",
                    stray.cause().toString().toLowerCase(Locale.ROOT),
                    stray.series(),
                    stray.micros() / MILLI,
                    Instant.ofEpochMilli(stray.at() / MILLI),
                    stray.why(),
                    stray.lag() / 1e3));
        }
        say("the observer was not looking " + seen.record().gaps().size() + " times, " + judge.longestGap() / MILLI
                + " ms at the longest; it stood still for 50 ms or more "
                + seen.observer().size() + " times, the service "
                + seen.service().size() + " times");
        wrong.forEach(what -> say("✘ " + what));

        Map<String, Object> results = new LinkedHashMap<>();
        results.put("commit", commit);
        results.put("at", Instant.now().toString());
        results.put("processors", Runtime.getRuntime().availableProcessors());
        results.put("load average", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        results.put("seed", SEED);
        results.put("quiet seconds", seen.quiet().toSeconds());
        results.put("limits", limits);
        results.put("left out", leftOut);
        results.put("wrong", wrong);
        results.put("errors in milliseconds", rows);
        results.put("not made", strays);
        results.put("gaps of the observer", seen.record().gaps());
        results.put("stalls of the observer", seen.observer());
        results.put("stalls of the service", seen.service());
        results.put("cases", found);
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), results);
        say((wrong.isEmpty() ? "held" : "NOT HELD") + (leftOut.isEmpty() ? "" : " of what was not left out")
                + "; raw results in " + file);
        return wrong.isEmpty();
    }

    private static void add(List<Row> rows, String kind, String series, List<Found> found) {
        List<Found> its =
                found.stream().filter(one -> one.series().equals(series)).toList();
        if (!its.isEmpty()) {
            rows.add(Row.of(kind, series, its));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void say(String line) {
        System.out.printf(Locale.ROOT, "%s%n", line);
    }
}
