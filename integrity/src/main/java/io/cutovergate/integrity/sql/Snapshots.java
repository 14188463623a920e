package io.cutovergate.integrity.sql;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A snapshot of each side, asked at the same time. Used by one thread; only {@link #close} may come from another. */
public final class Snapshots implements AutoCloseable {

    private final Both<Snapshot> sides;
    private final ExecutorService targets = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "target's database");
        thread.setDaemon(true);
        return thread;
    });

    private Snapshots(Both<Snapshot> sides) {
        this.sides = sides;
    }

    /** One connection to each side. */
    public static Snapshots open(Both<DatabaseAt> databases) {
        return open(databases, new Both<>("", ""));
    }

    private static Snapshots open(Both<DatabaseAt> databases, Both<String> exported) {
        Snapshot source = Snapshot.begin(databases.source(), exported.source());
        try {
            return new Snapshots(new Both<>(source, Snapshot.begin(databases.target(), exported.target())));
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** More connections to each side that see the same moment of it as this one, to share work among threads. */
    public List<Snapshots> more(Both<DatabaseAt> databases, int connections) {
        List<Snapshots> opened = new ArrayList<>();
        try {
            while (opened.size() < connections) {
                opened.add(open(databases, sides.map(Snapshot::export)));
            }
            return opened;
        } catch (RuntimeException e) {
            opened.forEach(Snapshots::close);
            throw e;
        }
    }

    /** Ends the moment that is seen; the next question begins another. */
    public void renew() {
        both(Snapshot::renew);
    }

    public Snapshot on(Side side) {
        return sides.on(side);
    }

    /** Asks both sides at the same time. */
    public <T> Both<T> ask(Function<Snapshot, T> question) {
        Future<T> target = targets.submit(() -> question.apply(sides.target()));
        T source;
        try {
            source = question.apply(sides.source());
        } catch (RuntimeException e) {
            // The target's connection is free again only when its query has ended.
            awaitEnd(target, e);
            throw e;
        }
        return new Both<>(source, result(target));
    }

    /**
     * Takes a step that may fail without spoiling what comes after it: a query that failed would otherwise end the
     * transaction and with it the snapshot. {@link Unexamined} only where a connection is lost.
     */
    public <T> T step(Supplier<T> step, Function<Unexamined, T> failed) {
        both(Snapshot::mark);
        T result;
        try {
            result = step.get();
        } catch (Unexamined e) {
            rewind(e);
            result = failed.apply(e);
        }
        both(Snapshot::release);
        return result;
    }

    /** Where a connection is lost nothing can be rewound; what lost it is the cause to tell. */
    private void rewind(Unexamined failure) {
        try {
            both(Snapshot::rewind);
        } catch (Unexamined e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private void both(Consumer<Snapshot> action) {
        ask(side -> {
            action.accept(side);
            return side;
        });
    }

    private static void awaitEnd(Future<?> future, RuntimeException failure) {
        try {
            future.get();
        } catch (ExecutionException e) {
            failure.addSuppressed(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined("the comparison was stopped", e);
        }
    }

    @Override
    public void close() {
        targets.shutdown();
        sides.source().close();
        sides.target().close();
    }
}
