package io.cutovergate.cli;

import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.rows.Comparing;
import io.cutovergate.integrity.rows.ComparisonListener;
import io.cutovergate.integrity.rows.DataComparison;
import io.cutovergate.integrity.rows.DataResult;
import io.cutovergate.integrity.rows.GentlePace;
import io.cutovergate.integrity.rows.Pace;
import io.cutovergate.integrity.rows.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares the data of two databases, without a gate. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares every row of two PostgreSQL databases in every cell, and names what differs by table, key and column.",
            "Reads only, in one snapshot of each side; takes no lock that a writer would wait for. The databases do the",
            "work: what crosses the network are sums, and the rows that differ."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:equal",
            "1:different",
            "2:not fully compared: interrupted, unreachable, or a table that cannot be compared",
            "64:wrong usage, or a mistake in a file"
        },
        footer = {
            "",
            "  gate compare --env production.yaml",
            "  gate compare --env production.yaml --follow --until /run/frozen     # then freeze, and touch the file",
            "  gate compare --source postgresql://shop@old-db/shop --target postgresql://shop@new-db/shop --json",
            "",
            "Passwords of --source and --target: SOURCE_DB_PASSWORD and TARGET_DB_PASSWORD, or ~/.pgpass."
        })
final class CompareCommand implements Callable<Integer> {

    @Mixin
    private CompareSides sides = new CompareSides();

    @Option(
            names = "--subset",
            description = "the target holds a part of the source (the environment file says so by integrity.expect)")
    private boolean subset;

    @Option(names = "--show", paramLabel = "N", description = "differences shown for each table (default: 20)")
    private @Nullable Integer show;

    @Option(
            names = "--hash",
            paramLabel = "HASH",
            description = "fast (PostgreSQL's own functions) or sha-256, at several times the cost")
    private Integrity.@Nullable Hash hash;

    @Option(names = "--connections", paramLabel = "N", description = "connections to each side (default: 2)")
    private @Nullable Integer connections;

    @Option(
            names = "--lag",
            paramLabel = "TIME",
            description =
                    "the source is written to and the target follows: rows that become equal within this time are in"
                            + " flight and no difference (default: 0s)")
    private Duration lag = Duration.ZERO;

    @Option(
            names = "--gentle",
            description =
                    "one connection, and pauses while the source answers slower than before or a replica of it lags")
    private boolean gentle;

    @Option(names = "--json", description = "print one JSON object a line: each difference, and the totals last")
    private boolean json;

    @Option(
            names = "--repair-sql",
            paramLabel = "FILE",
            description = "write the statements that would make the target equal; they hold the data as it is and are"
                    + " never run")
    private @Nullable Path repair;

    @Option(
            names = "--forecast",
            description = "say how long the comparison will take, from the sizes and the measured speed, and end")
    private boolean forecast;

    @Option(
            names = "--follow",
            description =
                    "compare everything once, then go on with what either side changes, until --until or Enter: then"
                            + " only the rest is compared (needs wal_level = logical and REPLICATION on both sides)")
    private boolean follow;

    @Option(
            names = "--until",
            paramLabel = "FILE",
            description = "with --follow: the source is frozen when this file appears")
    private @Nullable Path until;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "keep in FILE which tables were found equal, and do not compare those again: an interrupted"
                    + " comparison goes on with the rest; the result is not of one moment then, and says so")
    private @Nullable Path resume;

    @Override
    public Integer call() {
        if (until != null && !follow) {
            throw new UsageException("--until goes with --follow");
        }
        if (follow && repair != null) {
            throw new UsageException("--repair-sql goes without --follow: what is repaired would be compared twice");
        }

        if (follow && resume != null) {
            throw new UsageException("--resume goes without --follow, which needs everything compared by this run");
        }
        List<DataResult.Verdict> verdicts = new ArrayList<>();
        try (Interruption interruption = new Interruption()) {
            interruption.exitWith(Exit.INCONCLUSIVE);
            interruption.onInterrupt(Thread.currentThread()::interrupt);
            for (CompareSides.Pair pair : sides.read()) {
                verdicts.add(
                        forecast
                                ? CompareForecast.tell(pair, comparing(pair, 0, Pace.FAST, ComparisonListener.NONE))
                                : compare(pair));
            }
            return interruption.exitWith(exitStatus(verdicts));
        }
    }

    private static int exitStatus(List<DataResult.Verdict> verdicts) {
        if (verdicts.contains(DataResult.Verdict.DIFFERENT)) {
            return Exit.NO_GO;
        }
        return verdicts.contains(DataResult.Verdict.NOT_FULLY_COMPARED) ? Exit.INCONCLUSIVE : Exit.OK;
    }

    private Comparing comparing(CompareSides.Pair pair, int shown, Pace pace, ComparisonListener listener) {
        return new Comparing(
                rule(pair),
                null,
                gentle ? 1 : connections == null ? pair.connections() : connections,
                shown,
                hash(pair),
                lag,
                pace,
                listener);
    }

    private Rule rule(CompareSides.Pair pair) {
        return subset || pair.selection().subset() ? Rule.SUBSET : Rule.WHOLE;
    }

    private Integrity.Hash hash(CompareSides.Pair pair) {
        return hash == null ? pair.hash() : hash;
    }

    /** What a result of an earlier run must be of. */
    private String comparison(CompareSides.Pair pair) {
        return pair.databases().source() + " " + pair.databases().target() + " " + rule(pair) + " " + hash(pair);
    }

    private DataResult.Verdict compare(CompareSides.Pair pair) {
        int shown = show == null ? pair.show() : show;
        CompareOutput output = json
                ? new JsonOutput(Program.out(), pair.secrets())
                : new TerminalOutput(Program.out(), Program.style(), pair.secrets());
        try (GentlePace pace = gentle ? GentlePace.of(pair.databases().source()) : null;
                RepairFile repairs = RepairFile.of(repair, pair);
                ResumeFile kept = ResumeFile.of(resume, comparison(pair));
                CompareProgress progress = new CompareProgress(output, repairs, kept, shown, json)) {
            output.begin(pair);
            Comparing how = comparing(pair, json ? 0 : shown, pace == null ? Pace.FAST : pace, progress);
            DataResult result = follow
                    ? new CompareFollow(output, progress, until).run(pair, how)
                    : DataComparison.run(pair.databases(), pair.selection(), how, kept.earlier());
            progress.end();
            output.end(result, progress.elapsed());
            return result.verdict();
        } catch (Unexamined e) {
            output.broken(String.valueOf(e.getMessage()));
            return DataResult.Verdict.NOT_FULLY_COMPARED;
        }
    }
}
