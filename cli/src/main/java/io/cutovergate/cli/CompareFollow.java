package io.cutovergate.cli;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.rows.Comparing;
import io.cutovergate.integrity.rows.DataResult;
import io.cutovergate.integrity.rows.Following;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Follows both sides until the source is frozen, and then compares what is left. */
final class CompareFollow {

    /** How often the file is looked for, which is a part of the freeze. */
    private static final Duration LOOK = Duration.ofMillis(20);

    /** How often what was changed is compared meanwhile. */
    private static final Duration CATCH_UP = Duration.ofMillis(500);

    private final CompareOutput output;
    private final CompareProgress progress;
    private final @Nullable Path until;
    private final CountDownLatch frozen = new CountDownLatch(1);

    CompareFollow(CompareOutput output, CompareProgress progress, @Nullable Path until) {
        this.output = output;
        this.progress = progress;
        this.until = until;
    }

    DataResult run(CompareSides.Pair pair, Comparing how) {
        try (Following following = Following.begin(pair.databases(), pair.selection(), how)) {
            progress.again();
            output.followed(following.full(), progress.elapsed());
            if (until == null) {
                waitForEnter();
            }
            follow(following);
            long began = System.nanoTime();
            DataResult result = following.finish();
            output.finished(Duration.ofNanos(System.nanoTime() - began));
            return result;
        }
    }

    private void follow(Following following) {
        long next = System.nanoTime();
        while (!isFrozen()) {
            if (System.nanoTime() >= next) {
                following.catchUp();
                output.standing(kept(following.standing()));
                next = System.nanoTime() + CATCH_UP.toNanos();
            }
        }
    }

    private boolean isFrozen() {
        try {
            return frozen.await(LOOK.toMillis(), TimeUnit.MILLISECONDS) || (until != null && Files.exists(until));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined("the comparison was stopped while it followed", e);
        }
    }

    private static Following.Standing kept(Following.Standing standing) {
        String source = standing.retained().source().status();
        String target = standing.retained().target().status();
        if (source.equals("lost") || target.equals("lost")) {
            throw new Unexamined("a server has removed its log before it was read (max_slot_wal_keep_size; source: "
                    + source + ", target: " + target + "): begin again, or compare whole");
        }
        return standing;
    }

    /** Enter freezes, too, for whoever sits at a terminal. */
    private void waitForEnter() {
        Thread reader = new Thread(
                () -> {
                    try {
                        int c;
                        do {
                            c = System.in.read();
                        } while (c != '\n' && c >= 0);
                        frozen.countDown();
                    } catch (IOException e) {
                        throw new UncheckedIOException("the terminal cannot be read", e);
                    }
                },
                "enter");
        reader.setDaemon(true);
        reader.start();
    }
}
