package io.cutovergate.harness.run;

import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.yaml.Units;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Shows a run as it goes on: a line for each judged item, and on a terminal below them, repainted, what runs now and
 * for how long. Without a terminal only the lines, and now and then what is being waited for.
 */
public final class Progress implements RunListener, AutoCloseable {

    private static final int SHOWN = 6;
    private static final Duration REPAINT = Duration.ofMillis(250);
    private static final Duration REMIND = Duration.ofSeconds(15);
    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final PrintStream out;
    private final Style style;
    private final Clock clock;
    private final Map<Obligation, Instant> running = new LinkedHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> ticking;
    private int items;
    private int judged;
    private int painted;

    public Progress(PrintStream out, Style style, Clock clock) {
        this.out = out;
        this.style = style;
        this.clock = clock;
        Duration period = style.terminal() ? REPAINT : REMIND;
        ticking = ticker.scheduleAtFixedRate(this::tick, period.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void planned(Plan plan) {
        items = plan.items().size();
        out.println(style.bold("Gate " + plan.gate() + " of "
                + plan.migration().environment().environment() + ": " + items + " items, "
                + plan.obligations().size() + " obligations"));
    }

    @Override
    public synchronized void started(Obligation obligation) {
        running.put(obligation, clock.instant());
    }

    @Override
    public synchronized void finished(Obligation obligation) {
        running.remove(obligation);
    }

    @Override
    public synchronized void judged(ItemResult item) {
        judged++;
        wipe();
        String id = "%-28s".formatted(item.plan().item().id());
        String line = "  " + style.mark(item.status()) + " " + id
                + style.of(item.status(), item.status().toString());
        out.println(
                item.causes().isEmpty()
                        ? line
                        : line + ": " + firstLine(item.causes().get(0)));
        paint();
    }

    @Override
    public synchronized void close() {
        ticking.cancel(false);
        ticker.shutdown();
        wipe();
        out.flush();
    }

    private synchronized void tick() {
        if (style.terminal()) {
            wipe();
            paint();
        } else if (!running.isEmpty()) {
            out.println(
                    "  … waiting for " + describe(running.entrySet().iterator().next()));
        }
    }

    private void paint() {
        if (!style.terminal() || running.isEmpty()) {
            return;
        }
        out.println(style.dim("  " + judged + " of " + items + " items judged; now:"));
        painted = 1;
        for (Map.Entry<Obligation, Instant> check :
                running.entrySet().stream().limit(SHOWN).toList()) {
            out.println(style.dim("    " + describe(check)));
            painted++;
        }
        out.flush();
    }

    private void wipe() {
        for (; painted > 0; painted--) {
            out.print("\u001b[1A" + CLEAR_LINE);
        }
    }

    private String describe(Map.Entry<Obligation, Instant> check) {
        Duration since =
                Duration.between(check.getValue(), clock.instant()).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        return style.cut(
                check.getKey().claim().item() + ": " + check.getKey().claim().text() + " ("
                        + check.getKey().subject().id() + "), " + Units.print(since));
    }

    private String firstLine(String text) {
        int end = text.indexOf('\n');
        return style.cut(end < 0 ? text : text.substring(0, end) + " …");
    }
}
