package io.cutovergate.cutover.watch;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.dns.Lookup;
import io.cutovergate.probe.dns.Names;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one resolver says a name means, kept for the TTL and not a moment longer, as a browser's resolver does. When the
 * time is over the resolver is asked again; while it does not answer, the name has no meaning.
 */
final class KeptNames {

    private final String resolver;
    private final Names names;
    private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(List<InetAddress> addresses, long until) {}

    /**
     * @param resolver ip or ip:port; empty: that of this machine
     */
    KeptNames(String resolver) {
        this.resolver = resolver;
        this.names = Names.of(resolver.isEmpty() ? List.of() : List.of(resolver));
    }

    String resolver() {
        return resolver.isEmpty() ? "system" : resolver;
    }

    /** An address of the name, another one each time where it has several; {@link Unexamined} says why there is none. */
    InetAddress address(String name, long turn) {
        Kept known = kept.get(name);
        if (known == null || known.until() - System.nanoTime() <= 0) {
            long asked = System.nanoTime();
            Lookup lookup = names.look(name);
            known = new Kept(lookup.addresses(), asked + lookup.ttl().toNanos());
            kept.put(name, known);
        }
        return known.addresses().get(Math.floorMod(turn, known.addresses().size()));
    }
}
