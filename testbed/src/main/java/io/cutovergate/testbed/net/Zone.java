package io.cutovergate.testbed.net;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;

/** The records of one zone, signed; every change takes effect at once. */
public final class Zone {
    private static final long NEGATIVE_TTL = 5;

    private final String name;
    private final Map<String, DnsRecord> records = new LinkedHashMap<>();
    private long serial = 1;
    private final ZoneKey key;
    private Duration signaturesLast = Duration.ofDays(7);
    private boolean vouched = true;
    private org.xbill.DNS.Zone published;

    private final Set<String> held = new HashSet<>();

    /** An empty zone, such as {@code shop.test}. */
    public Zone(String name) throws IOException {
        this.name = name;
        this.key = ZoneKey.create(Name.fromString(name + "."));
        this.published = publish();
    }

    /** Its name, without the dot at the end. */
    public String name() {
        return name;
    }

    /** The id that the API knows it by. */
    public String id() {
        return HexFormat.of().toHexDigits(name.hashCode()).repeat(4);
    }

    /** The records that the condition holds for. */
    public synchronized List<DnsRecord> list(Predicate<DnsRecord> wanted) {
        return records.values().stream().filter(wanted).toList();
    }

    /** The record with that id. */
    public synchronized Optional<DnsRecord> get(String id) {
        return Optional.ofNullable(records.get(id));
    }

    /** Adds a record, or replaces the one with its id. */
    public synchronized DnsRecord put(DnsRecord record) throws IOException {
        if (held.contains(record.name())) {
            return record;
        }
        DnsRecord before = records.put(record.id(), record);
        try {
            published = publish();
        } catch (IOException e) {
            if (before == null) {
                records.remove(record.id());
            } else {
                records.put(record.id(), before);
            }
            throw e;
        }
        return record;
    }

    /** Takes changes of a name from now on, and publishes none of them. */
    public synchronized void hold(String heldName) {
        held.add(heldName);
    }

    /** Publishes changes of the name again. */
    public synchronized void release(String heldName) {
        held.remove(heldName);
    }

    /** Removes a record. */
    public synchronized void remove(String id) throws IOException {
        records.remove(id);
        published = publish();
    }

    /** An id that no record has. */
    public static String newId() {
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** Signs everything anew, for so long. */
    public synchronized void sign(Duration life) throws IOException {
        signaturesLast = life;
        published = publish();
    }

    /** How long signatures last from their making. */
    public synchronized Duration signaturesLast() {
        return signaturesLast;
    }

    /** Whether the parent's DS record is that of the key; otherwise it is of one that is gone. */
    public synchronized void vouched(boolean wanted) throws IOException {
        vouched = wanted;
        published = publish();
    }

    synchronized org.xbill.DNS.Zone published() {
        return published;
    }

    private org.xbill.DNS.Zone publish() throws IOException {
        Name origin = Name.fromString(name + ".");
        Name server = Name.fromString("ns1", origin);
        org.xbill.DNS.Zone zone = new org.xbill.DNS.Zone(origin, new Record[] {
            new SOARecord(
                    origin,
                    DClass.IN,
                    3600,
                    server,
                    Name.fromString("hostmaster", origin),
                    serial++,
                    3600,
                    600,
                    86400,
                    NEGATIVE_TTL),
            new NSRecord(origin, DClass.IN, 3600, server)
        });
        for (DnsRecord record : records.values()) {
            zone.addRecord(record.record());
        }
        key.sign(zone, signaturesLast, vouched);
        return zone;
    }
}
