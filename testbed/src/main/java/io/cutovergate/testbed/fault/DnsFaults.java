package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.net.DnsRecord;
import io.cutovergate.testbed.net.Secondary;
import io.cutovergate.testbed.net.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** The zone says the wrong thing. */
final class DnsFaults {
    /** A loopback address where nobody listens. */
    private static final String NOBODY = "127.0.99.1";

    /** Where the demo's files let the observations of the TTL be kept. */
    private static final String OBSERVATIONS = "dns-observations.jsonl";

    private static final long DAY_SECONDS = 86_400;

    /** Shorter than any window of a cutover. */
    private static final Duration SOON = Duration.ofMinutes(30);

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

    static Broken recordProxied(Installation installation) throws IOException {
        String name = installation.plan().host("api");
        return replace(
                installation,
                "A",
                name,
                before -> new DnsRecord(before.id(), before.type(), name, before.content(), before.ttl(), true));
    }

    static Broken caaForbids(Installation installation) throws IOException {
        return replace(
                installation,
                "CAA",
                "shop.test",
                before -> new DnsRecord(
                        before.id(), before.type(), before.name(), "0 issue \"another-ca.test\"", before.ttl()));
    }

    /** As a copied zone that lost what stands below an underscore. */
    static Broken dkimLost(Installation installation) throws IOException {
        Zone zone = installation.shared().zone();
        DnsRecord before = one(zone, "TXT", "gate._domainkey.shop.test");
        zone.remove(before.id());
        return new Broken(before.name() + " is gone", () -> zone.put(before));
    }

    static Broken signaturesExpiring(Installation installation) throws IOException {
        Zone zone = installation.shared().zone();
        Duration before = zone.signaturesLast();
        zone.sign(SOON);
        return new Broken("signatures of " + zone.name() + " end in 30 minutes", () -> zone.sign(before));
    }

    static Broken keyNotVouched(Installation installation) throws IOException {
        Zone zone = installation.shared().zone();
        zone.vouched(false);
        return new Broken("the parent's DS record is of another key", () -> zone.vouched(true));
    }

    private static Broken replace(Installation installation, String type, String name, UnaryOperator<DnsRecord> change)
            throws IOException {
        Zone zone = installation.shared().zone();
        DnsRecord before = one(zone, type, name);
        DnsRecord after = zone.put(change.apply(before));
        return new Broken(
                type + " " + name + " is " + after.content() + (after.proxied() ? ", proxied" : ""),
                () -> zone.put(before));
    }

    private static DnsRecord one(Zone zone, String type, String name) {
        return zone.list(record -> record.type().equals(type) && record.name().equals(name))
                .get(0);
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
