package io.cutovergate.bench.watch;

import io.cutovergate.cutover.watch.Outage;
import java.util.List;

/**
 * What the watch saw of a case over one series.
 *
 * @param pieces the outages that it saw; none where it saw nothing
 * @param blind whether the observer itself was not looking for longer than {@code watch.max-gap}
 * @param lag how late its latest request was sent, microseconds
 */
record Found(Case made, String series, List<Outage> pieces, boolean blind, long lag) {

    /** What the series over a connection that is kept is called. */
    static final String KEPT = "kept";

    /** As the verdict adds them up. */
    long measured() {
        return pieces.stream().mapToLong(Outage::micros).sum();
    }

    /** Microseconds too long; one that was missed is wrong by its whole length. */
    long error() {
        return measured() - made.micros(series.equals(KEPT));
    }

    boolean missed() {
        return pieces.isEmpty();
    }
}
