package io.cutovergate.smoke.names;

import io.cutovergate.harness.checklist.Checklist.DnsTtlLow;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachCertifiedName;
import io.cutovergate.harness.subject.PublicName;
import io.cutovergate.probe.dns.RecordSet;
import io.cutovergate.probe.dns.RecordSets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xbill.DNS.Name;
import org.xbill.DNS.Type;

/** Who may issue certificates for a public name: those of the target must be renewed after the move, too. */
@DnsTtlLow
@EachCertifiedName
record CaaChecks(PublicName name, RecordSets dns, Evidence evidence) {

    @Check("CAA records let the declared authorities issue certificates for the name, at every authoritative server")
    void issuersAreAllowed() {
        Map<String, Caa> found = nearest();
        evidence.forEach(
                found.entrySet(),
                at -> evidence.forEach(name.rules().caa(), issuer -> evidence.measure(
                                issuer + " may issue certificates, by " + at.getKey(),
                                name,
                                at.getValue().allows(issuer))
                        .detail(at.getValue().toString())
                        .is(true, "public.dns.caa; RFC 8659, sections 3 and 4.2")));
    }

    /** By server; above the zone, where its servers know nothing, what a resolver says holds for all of them. */
    private Map<String, Caa> nearest() {
        Name start = RecordSets.name(name.name());
        Name zone = dns.zone(start);
        Map<String, Caa> found = new LinkedHashMap<>();
        Name current = start;
        for (; current.subdomain(zone); current = new Name(current, 1)) {
            for (RecordSet set : dns.ofAuthorities(current, Type.CAA)) {
                Caa here = Caa.of(set.records());
                found.merge(
                        set.server(),
                        here,
                        (nearer, farther) -> nearer.records().isEmpty() ? farther : nearer);
            }
        }
        for (; !current.equals(Name.root) && anyIsOpen(found); current = new Name(current, 1)) {
            Caa above = Caa.of(dns.ofResolvers(current, Type.CAA).records());
            found.replaceAll((server, nearer) -> nearer.records().isEmpty() ? above : nearer);
        }
        return found;
    }

    private static boolean anyIsOpen(Map<String, Caa> found) {
        return found.values().stream().anyMatch(caa -> caa.records().isEmpty());
    }
}
