package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.net.DnsRecord;
import io.cutovergate.testbed.net.Secondary;
import io.cutovergate.testbed.net.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A public name means the wrong thing. */
final class DnsFaults {
    /** A loopback address where nobody listens. */
    private static final String NOBODY = "127.0.99.1";

    /** Where the demo's files let the observations of the TTL be kept. */
    private static final String OBSERVATIONS = "dns-observations.jsonl";

    private static final long DAY_SECONDS = 86_400;

    private DnsFaults() {}

    static Broken wrong(Installation installation) throws IOException {
        Zone zone = installation.shared().zone();
        String name = installation.plan().host("api");
        DnsRecord before = zone.list(record -> record.name().equals(name)).get(0);
        zone.put(new DnsRecord(before.id(), before.type(), name, NOBODY, before.ttl()));
        return new Broken(name + " means " + NOBODY, () -> zone.put(before));
    }

    /** Undone with what was observed meanwhile: a TTL that was high once would have to be low for a day. */
    static Broken ttlRaised(Installation installation) throws IOException {
        Zone zone = installation.shared().zone();
        Path observations = installation.plan().directory().resolve(OBSERVATIONS);
        String observed = Files.exists(observations) ? Files.readString(observations) : "";
        String name = installation.plan().host("api");
        DnsRecord before = zone.list(record -> record.name().equals(name)).get(0);
        zone.put(new DnsRecord(before.id(), before.type(), name, before.content(), DAY_SECONDS));
        return new Broken(name + " may be kept for a day", () -> {
            zone.put(before);
            Files.writeString(observations, observed);
        });
    }

    static Broken secondaryStale(Installation installation) throws IOException {
        Secondary secondary = installation.shared().secondary();
        Zone zone = installation.shared().zone();
        secondary.stop();
        // A change that the secondary misses: the same record once more, under the next serial.
        zone.put(zone.list(record -> true).get(0));
        return new Broken("the second name server keeps an old copy of the zone", secondary::follow);
    }
}
