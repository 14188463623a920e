package io.cutovergate.smoke.names;

import io.cutovergate.probe.dns.RecordSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * One server's copy of a signed zone.
 *
 * @param keys its keys with their signatures
 * @param vouched what the parent says of them
 */
record SignedZone(Name name, RecordSet keys, List<DSRecord> vouched, Instant now) {

    /** The keys that the parent vouches for (RFC 4035, section 5.2). */
    List<DNSKEYRecord> anchors() {
        return keyRecords().stream()
                .filter(key -> vouched.stream().anyMatch(ds -> matches(ds, key)))
                .toList();
    }

    /** How long the set of keys is still signed by one that the parent vouches for; empty where it is not. */
    Optional<Duration> keysSignedFor() {
        return signedFor(keys.records(), keys, anchors());
    }

    /** How long records of the zone are still signed by one of its keys; empty where they are not. */
    Optional<Duration> signedFor(List<Record> records, RecordSet with) {
        return signedFor(records, with, keyRecords());
    }

    /** The longest: whoever validates is content with one signature that holds (RFC 4035, section 5.3.3). */
    private Optional<Duration> signedFor(List<Record> records, RecordSet with, List<DNSKEYRecord> by) {
        return with.signatures()
                .filter(signature -> signature.getSigner().equals(name)
                        && signature.getTypeCovered() == records.get(0).getType()
                        && signature.getName().equals(records.get(0).getName()))
                .filter(signature -> by.stream().anyMatch(key -> verifies(records, signature, key)))
                .map(signature -> Duration.between(now, signature.getExpire()))
                .max(Duration::compareTo);
    }

    private boolean verifies(List<Record> records, RRSIGRecord signature, DNSKEYRecord key) {
        try {
            DNSSEC.verify(new RRset(records.toArray(Record[]::new)), signature, key, now);
            return true;
        } catch (DNSSECException e) {
            // It is of another key, not valid now, or forged: in any case nobody believes it.
            return false;
        }
    }

    private List<DNSKEYRecord> keyRecords() {
        return keys.records().stream().map(DNSKEYRecord.class::cast).toList();
    }

    private boolean matches(DSRecord ds, DNSKEYRecord key) {
        return ds.getFootprint() == key.getFootprint()
                && ds.getAlgorithm() == key.getAlgorithm()
                && Arrays.equals(
                        ds.getDigest(),
                        new DSRecord(name, ds.getDClass(), ds.getTTL(), ds.getDigestID(), key).getDigest());
    }

    static List<DSRecord> vouched(RecordSet parent) {
        return parent.records().stream()
                .filter(record -> record.getType() == Type.DS)
                .map(DSRecord.class::cast)
                .toList();
    }
}
