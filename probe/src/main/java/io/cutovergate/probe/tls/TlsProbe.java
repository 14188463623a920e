package io.cutovergate.probe.tls;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.TlsHost;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.dns.Places;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Sees what every address of a host offers and shows, once per host and run. */
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
     * What each address behind the host shows, kept as evidence. {@link Unexamined} names an address where nobody answers: it
     * is one that users are sent to.
     */
    public List<Sighting> at(TlsHost host) {
        List<Sighting> sightings = seen.at(host, () -> {
            Place place = places.of(host.host(), host.vantage());
            return place.addresses().stream()
                    .map(address -> new Place(place.host(), place.vantage(), List.of(address), place.port()))
                    .map(one -> new Examination(one, trust.anchors()).run())
                    .toList();
        });
        sightings.forEach(sighting ->
                evidence.attach("TLS of " + host + " at " + sighting.where(), "text/plain", sighting.describe()));
        return sightings;
    }

    /** What was seen in this run, or why nothing was: who keeps silent is waited for once. */
    static final class Seen {
        private final ConcurrentHashMap<TlsHost, List<Sighting>> sightings = new ConcurrentHashMap<>();
        private final ConcurrentHashMap<TlsHost, Unexamined> failures = new ConcurrentHashMap<>();

        private List<Sighting> at(TlsHost host, Supplier<List<Sighting>> look) {
            return sightings.computeIfAbsent(host, absent -> {
                Unexamined known = failures.get(host);
                if (known != null) {
                    throw known;
                }
                try {
                    return look.get();
                } catch (Unexamined e) {
                    failures.put(host, e);
                    throw e;
                }
            });
        }
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
