package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.net.DnsRecord;
import io.cutovergate.testbed.net.Zone;
import java.io.IOException;

/** A public name means the wrong thing. */
final class DnsFaults {
    /** A loopback address where nobody listens. */
    private static final String NOBODY = "127.0.99.1";

    private DnsFaults() {}

    static Broken wrong(Installation installation) throws IOException {
        Zone zone = installation.shared().zone();
        String name = installation.plan().host("api");
        DnsRecord before = zone.list(record -> record.name().equals(name)).get(0);
        zone.put(new DnsRecord(before.id(), before.type(), name, NOBODY, before.ttl()));
        return new Broken(name + " means " + NOBODY, () -> zone.put(before));
    }
}
