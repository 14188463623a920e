package io.cutovergate.cli;

import io.cutovergate.integrity.rows.ComparisonListener;
import io.cutovergate.integrity.rows.Difference;
import io.cutovergate.integrity.rows.TableResult;
import io.cutovergate.integrity.selection.TableName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Follows a comparison and says how far it is: share, rows, speed, and the time that is left by the planner's estimate. */
final class CompareProgress implements ComparisonListener, AutoCloseable {

    private static final int WIDTH = 24;
    private static final Duration PERIOD = Duration.ofMillis(250);

    private final CompareOutput output;
    private final RepairFile repairs;
    private final ResumeFile resume;
    private final long shown;
    private final boolean tellAll;
    private final long began = System.nanoTime();
    private final Map<TableName, Long> told = new HashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> ticking;
    private long planned;
    private long examined;
    private int tables;
    private int finished;

    CompareProgress(CompareOutput output, RepairFile repairs, ResumeFile resume, long shown, boolean tellAll) {
        this.output = output;
        this.repairs = repairs;
        this.resume = resume;
        this.shown = shown;
        this.tellAll = tellAll;
        ticking = ticker.scheduleAtFixedRate(this::tick, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void planned(int tablesToCompare, long rows) {
        tables = tablesToCompare;
        planned = rows;
    }

    @Override
    public synchronized void examined(long rows) {
        examined += rows;
    }

    @Override
    public synchronized void finished(TableResult table) {
        finished++;
        resume.write(table);
        output.table(table);
    }

    @Override
    public long wanted() {
        return repairs() ? Long.MAX_VALUE : tellAll ? shown : 0;
    }

    @Override
    public boolean repairs() {
        return repairs.wanted();
    }

    @Override
    public synchronized void found(TableName table, List<Difference> differences, List<String> repair) {
        repairs.write(table, repair);
        for (Difference difference : differences) {
            if (tellAll && told.merge(table, 1L, Long::sum) <= shown) {
                output.difference(table, difference);
            }
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** What was told before is told again: the tables are looked at once more. */
    synchronized void again() {
        end();
        told.clear();
    }

    /** Nothing is said of the progress any more. */
    synchronized void end() {
        ticking.cancel(false);
        ticker.shutdown();
    }

    @Override
    public void close() {
        end();
    }

    private synchronized void tick() {
        if (!ticker.isShutdown() && tables > 0) {
            output.progress(line());
        }
    }

    private String line() {
        double seconds = elapsed().toNanos() / 1e9;
        double speed = examined / seconds;
        // The planner's estimate may be wrong: never more than all, never done before the end.
        double share = planned == 0 ? 0 : Math.min(0.99, (double) examined / planned);
        int done = (int) (share * WIDTH);
        String left = examined == 0 || planned <= examined
                ? ""
                : ", about " + Math.round((planned - examined) / speed) + " s left";
        return String.format(
                Locale.ROOT,
                "[%s%s] %2.0f %%, %d of %d tables, %,d rows, %,.0f/s%s",
                "#".repeat(done),
                ".".repeat(WIDTH - done),
                share * 100,
                finished,
                tables,
                examined,
                speed,
                left);
    }
}
