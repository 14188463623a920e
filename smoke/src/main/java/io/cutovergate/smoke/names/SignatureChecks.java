package io.cutovergate.smoke.names;

import io.cutovergate.harness.checklist.Checklist.DnsTtlLow;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachSignedName;
import io.cutovergate.harness.subject.PublicName;
import io.cutovergate.probe.dns.RecordSet;
import io.cutovergate.probe.dns.RecordSets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** What resolvers that validate make of a public name. From the parent's DS record down; who vouches for the parent is not asked. */
@DnsTtlLow
@EachSignedName
record SignatureChecks(PublicName name, RecordSets dns, Evidence evidence) {

    private static final String KEY = "public.dns.dnssec.valid-for; RFC 4035, section 5.3";

    @Check("the zone is signed by a key that its parent vouches for, and no signature ends before the move is over")
    void signaturesHold() {
        Name host = RecordSets.name(name.name());
        Name zone = dns.zone(host);
        Instant now = Clock.systemUTC().instant();
        List<DSRecord> vouched = SignedZone.vouched(dns.ofResolvers(zone, Type.DS));
        Map<String, List<RecordSet>> answers = answers(host);
        List<Runnable> rules = new ArrayList<>();
        for (RecordSet keys : dns.ofAuthorities(zone, Type.DNSKEY)) {
            SignedZone signed = new SignedZone(zone, keys, vouched, now);
            rules.add(() -> evidence.measure(
                            "keys of " + zone + " at " + keys.server() + " that its parent vouches for",
                            name,
                            signed.anchors().size())
                    .detail(vouched.size() + " DS records at the parent, "
                            + keys.records().size() + " keys in the zone")
                    .atLeast(1, "public.dns.dnssec; RFC 4035, section 5.2"));
            rules.add(() -> hold("keys of " + zone + " at " + keys.server(), signed.keysSignedFor()));
            for (RecordSet set : Objects.requireNonNull(answers.get(keys.server()))) {
                for (List<Record> records : sets(set, zone)) {
                    rules.add(() -> hold(
                            Type.string(records.get(0).getType()) + " "
                                    + records.get(0).getName() + " at " + set.server(),
                            signed.signedFor(records, set)));
                }
            }
        }
        evidence.forEach(rules, Runnable::run);
    }

    private void hold(String what, Optional<Duration> left) {
        evidence.measure(
                        "time that the signature over " + what + " still holds",
                        name,
                        left.orElse(Duration.ZERO).truncatedTo(ChronoUnit.SECONDS))
                .detail(left.isPresent() ? "" : "no signature of the zone's keys over it holds now")
                .atLeast(Objects.requireNonNull(name.rules().dnssec()).validFor(), KEY);
    }

    private Map<String, List<RecordSet>> answers(Name host) {
        List<RecordSet> all = new ArrayList<>(dns.ofAuthorities(host, Type.A));
        all.addAll(dns.ofAuthorities(host, Type.AAAA));
        return all.stream().collect(Collectors.groupingBy(RecordSet::server));
    }

    /** Records of the zone in an answer, each set for itself; an alias may lead out of the zone. */
    private static List<List<Record>> sets(RecordSet set, Name zone) {
        return List.copyOf(set.all().stream()
                .filter(record ->
                        record.getType() != Type.RRSIG && record.getName().subdomain(zone))
                .collect(Collectors.groupingBy(record -> record.getName() + " " + record.getType()))
                .values());
    }
}
