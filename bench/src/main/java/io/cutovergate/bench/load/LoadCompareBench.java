package io.cutovergate.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cutovergate.bench.load.Cell.Question;
import io.cutovergate.bench.load.Simulated.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Holds the rule against simulated services of which the truth is known, and against the testbed. */
public final class LoadCompareBench {

    /** Highest share of equal sides that may be called slower, and lowest share of slower ones that must be. */
    private static final double FALSE_ALARM = 0.03;

    private static final double DETECTION = 0.95;

    /** The gate's defaults, at 11 requests a second: 19,800 samples a side. */
    private static final Size RECOMMENDED = new Size(60, 30, 11);

    /** The least that the gate concludes anything from. */
    private static final Size SMALLEST = new Size(20, 15, 34);

    /** Seconds of an episode of stalls. With the long ones there are few of them in a run, and they are the sample. */
    private static final double SHORT = 0.5;

    private static final double LONG = 2;

    private static final Simulated INDEPENDENT = new Simulated(0.05, 0, 0);
    private static final Simulated BURSTS = new Simulated(0.02, SHORT, 0);
    private static final Simulated DRIFT = new Simulated(0.02, SHORT, 0.15);
    private static final Simulated ON_THE_EDGE = new Simulated(0.05, SHORT, 0);

    private static final List<Question> JUDGED = List.of(
            equal("independent stalls 5 %, equal", INDEPENDENT),
            equal("bursts 2 %, equal", BURSTS),
            equal("bursts 2 % and drift 15 %, equal", DRIFT),
            equal("bursts 5 %, equal", ON_THE_EDGE),
            slower("independent stalls 5 %, slower by 30 %", INDEPENDENT),
            slower("bursts 2 %, slower by 30 %", BURSTS),
            slower("bursts 2 % and drift 15 %, slower by 30 %", DRIFT));

    private static final List<Question> TOLD = List.of(
            new Question("bursts 5 %, slower by 30 %", ON_THE_EDGE, 1.3, 0, 0, 1),
            new Question("long bursts 2 %, equal", new Simulated(0.02, LONG, 0), 1, 0, 0, 1),
            new Question("long bursts 2 %, slower by 30 %", new Simulated(0.02, LONG, 0), 1.3, 0, 0, 1),
            new Question("bursts 2 %, slower by 20 %", BURSTS, 1.2, 0, 0, 1),
            new Question("bursts 2 %, slower by the 10 % that are allowed", BURSTS, 1.1, 0, 0, 1),
            new Question("independent stalls 3 %, target 8 %", new Simulated(0.03, 0, 0), 1, 0.05, 0, 1));

    private static final String EQUAL = "equal sides";
    private static final String SLOWER = "target slower by 30 %";

    private LoadCompareBench() {}

    /** Arguments: the project's folder, the commit, and {@code --small} for few runs and no testbed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path home = Path.of(args[0]);
        boolean small = args.length > 2 && args[2].equals("--small");
        int runs = small ? 60 : 400;
        List<Cell> cells = new ArrayList<>();
        for (Question question : JUDGED) {
            cells.add(tell(Cell.of(small ? question.looser() : question, RECOMMENDED, runs)));
        }
        for (Question question : TOLD) {
            cells.add(tell(Cell.of(question, RECOMMENDED, runs)));
        }
        for (Question question : List.of(JUDGED.get(1), JUDGED.get(5))) {
            Question told = new Question(question.name(), question.service(), question.slower(), 0, 0, 1);
            cells.add(tell(Cell.of(told, SMALLEST, runs)));
        }
        Map<String, Real.Judged> real = small ? Map.of() : real(home);
        boolean held =
                cells.stream().allMatch(Cell::holds) && (small || (!failed(real, EQUAL) && failed(real, SLOWER)));
        Path file = home.resolve("bench/results/load-compare-" + (small ? "small" : "full") + ".json");
        write(file, args[1], cells, real);
        say((held ? "held" : "NOT HELD") + "; raw results in " + file);
        System.exit(held ? 0 : 1);
    }

    private static Question equal(String name, Simulated service) {
        return new Question(name, service, 1, 0, 0, FALSE_ALARM);
    }

    private static Question slower(String name, Simulated service) {
        return new Question(name, service, 1.3, 0, DETECTION, 1);
    }

    private static Cell tell(Cell cell) {
        say(String.format(
                Locale.ROOT,
                "%s %-48s %2d rounds, %6d samples a side: FAIL %5.1f %%, PASS %5.1f %%; naive %5.1f %%",
                cell.holds() ? " " : "✘",
                cell.name(),
                cell.size().rounds(),
                cell.size().samples(),
                100 * cell.failed(),
                100 * cell.passed(),
                100 * cell.naive()));
        return cell;
    }

    private static Map<String, Real.Judged> real(Path home) throws IOException, InterruptedException {
        Map<String, Real.Judged> judged = new LinkedHashMap<>();
        try (Real real = Real.start(home)) {
            judged.put(EQUAL, real.judge("equal"));
            real.fault("third-slower");
            judged.put(SLOWER, real.judge("slower"));
        }
        judged.forEach(
                (name, one) -> say(name + " on the testbed: " + one.status() + "; " + one.said() + one.samples()));
        return judged;
    }

    private static boolean failed(Map<String, Real.Judged> real, String which) {
        return Objects.requireNonNull(real.get(which)).status().equals("failed");
    }

    private static void write(Path file, String commit, List<Cell> cells, Map<String, Real.Judged> real)
            throws IOException {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("commit", commit);
        results.put("at", Instant.now().toString());
        results.put("processors", Runtime.getRuntime().availableProcessors());
        results.put("cells", cells);
        results.put("testbed", real);
        Files.createDirectories(file.getParent());
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), results);
    }

    private static void say(String line) {
        System.out.printf(Locale.ROOT, "%s%n", line);
    }
}
