package io.cutovergate.testbed.net;

import java.util.concurrent.atomic.AtomicReference;

/** What a second name server knows of a zone: each version as it is published, unless the transfer has stopped. */
public final class Secondary {

    private final Zone primary;
    private final AtomicReference<org.xbill.DNS.Zone> kept = new AtomicReference<>();

    /** A copy that follows. */
    public Secondary(Zone primary) {
        this.primary = primary;
    }

    /** Keeps what it has. */
    public void stop() {
        kept.set(primary.published());
    }

    /** Follows again. */
    public void follow() {
        kept.set(null);
    }

    org.xbill.DNS.Zone published() {
        org.xbill.DNS.Zone copy = kept.get();
        return copy == null ? primary.published() : copy;
    }
}
