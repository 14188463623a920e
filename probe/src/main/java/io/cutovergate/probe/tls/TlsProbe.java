package io.cutovergate.probe.tls;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.TlsHost;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.dns.Places;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;

/** Sees which certificates a host sends, with one handshake per host and run. */
@Provided(by = TlsProbe.FromScope.class)
public final class TlsProbe {

    private final Places places;
    private final Trust trust;
    private final Seen seen;
    private final Evidence evidence;

    TlsProbe(Places places, Trust trust, Seen seen, Evidence evidence) {
        this.places = places;
        this.trust = trust;
        this.seen = seen;
        this.evidence = evidence;
    }

    /**
     * The certificates that the host sends, kept as evidence. {@link Unexamined} where nobody answers or the handshake
     * fails before any is sent.
     */
    public ServedChain at(TlsHost host) {
        ServedChain chain = seen.chains.computeIfAbsent(host, absent -> {
            Place place = places.of(host.host(), host.vantage());
            return new ServedChain(Handshake.with(place), place.where(), trust.anchors(), Instant.now());
        });
        evidence.attach("certificates sent for " + host, "text/plain", chain.describe());
        return chain;
    }

    /** What was seen in this run. */
    static final class Seen {
        private final ConcurrentHashMap<TlsHost, ServedChain> chains = new ConcurrentHashMap<>();
    }

    /** Makes one for a check. */
    public static final class FromScope implements Provider<TlsProbe> {
        @Override
        public TlsProbe provide(CheckScope scope) {
            return new TlsProbe(
                    new Places.FromScope().provide(scope),
                    Trust.of(scope),
                    scope.shared(Seen.class, "run", Seen::new),
                    scope.evidence());
        }
    }
}
