package io.cutovergate.testbed.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Zone;

/**
 * The one key that a zone is signed with (RFC 4035, section 2), of ECDSA over P-256 (RFC 6605). What is not there is not denied by
 * signatures, and the parent's DS record is answered by the zone's own server.
 *
 * @param record as the zone shows it
 * @param gone a key that the zone has no longer
 */
record ZoneKey(DNSKEYRecord record, PrivateKey secret, DNSKEYRecord gone) {

    /** Zone key, secure entry point (RFC 4034, section 2.1.1). */
    private static final int FLAGS = 257;

    private static final int SHA_256 = 2;
    private static final long TTL = 60;

    /** For clocks that are behind. */
    private static final Duration BEFORE = Duration.ofHours(1);

    static ZoneKey create(Name zone) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new ZoneKey(record(zone, pair), pair.getPrivate(), record(zone, generator.generateKeyPair()));
        } catch (GeneralSecurityException | DNSSEC.DNSSECException e) {
            throw new IOException("no key for the zone", e);
        }
    }

    private static DNSKEYRecord record(Name zone, KeyPair pair) throws DNSSEC.DNSSECException {
        return new DNSKEYRecord(
                zone,
                DClass.IN,
                TTL,
                FLAGS,
                DNSKEYRecord.Protocol.DNSSEC,
                DNSSEC.Algorithm.ECDSAP256SHA256,
                pair.getPublic());
    }

    /** Adds the key, what its parent says of it, and a signature over each set of records. */
    void sign(Zone zone, Duration life, boolean vouched) throws IOException {
        zone.addRecord(record);
        List<RRset> sets = new ArrayList<>();
        zone.iterator().forEachRemaining(sets::add);
        Instant now = Instant.now();
        try {
            for (RRset set : sets) {
                zone.addRecord(DNSSEC.sign(set, record, secret, now.minus(BEFORE), now.plus(life)));
            }
        } catch (DNSSEC.DNSSECException e) {
            throw new IOException("zone not signed", e);
        }
        DSRecord ds = new DSRecord(record.getName(), DClass.IN, TTL, SHA_256, vouched ? record : gone);
        zone.addRecord(ds);
    }
}
