package io.cutovergate.integrity.rows;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.Reading;
import java.time.Duration;

/**
 * Spares a source that serves users: work pauses while it answers slower than before the comparison, or while one of its
 * replicas falls behind.
 */
public final class GentlePace implements Pace, AutoCloseable {

    /** How much slower than at first a trivial statement may be answered. */
    private static final int TIMES = 3;

    /** What the machine's own jitter adds. */
    private static final Duration JITTER = Duration.ofMillis(5);

    private static final Duration LAG = Duration.ofSeconds(5);

    /** After a pause of this length a piece of work is done all the same: it would never end otherwise. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Reading source;
    private final Duration limit;
    private long pauses;

    private GentlePace(Reading source, Duration limit) {
        this.source = source;
        this.limit = limit;
    }

    /** Measures how the source answers while nothing is asked of it. */
    public static GentlePace of(DatabaseAt source) {
        Reading reading = source.reading();
        try {
            Duration usual = latency(reading);
            for (int i = 0; i < 20; i++) {
                Duration again = latency(reading);
                usual = again.compareTo(usual) > 0 ? again : usual;
            }
            return new GentlePace(reading, usual.multipliedBy(TIMES).plus(JITTER));
        } catch (Unexamined e) {
            reading.close();
            throw e;
        }
    }

    @Override
    public synchronized void await() {
        if (!rested()) {
            pauses++;
            Polling.until(LONGEST, this::rested, rested -> rested);
        }
    }

    /** How often work had to wait. */
    public synchronized long pauses() {
        return pauses;
    }

    private boolean rested() {
        boolean fast = latency(source).compareTo(limit) <= 0;
        boolean followed = source.row(
                "lag of the replicas",
                // Shown to members of pg_monitor; to others every lag is unknown.
                "select coalesce(max(replay_lag), interval '0') <= interval '" + LAG.toSeconds()
                        + " s' from pg_catalog.pg_stat_replication",
                row -> row.getBoolean(1));
        // Statistics are those of the transaction's first look.
        source.renew();
        return fast && followed;
    }

    private static Duration latency(Reading reading) {
        long began = System.nanoTime();
        reading.row("latency", "select 1", row -> row.getLong(1));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        source.close();
    }
}
