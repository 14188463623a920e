package io.cutovergate.smoke.names;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.DnsTtlLow;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachManagedName;
import io.cutovergate.harness.subject.PublicName;
import io.cutovergate.probe.dns.Names;
import io.cutovergate.probe.dns.RecordSet;
import io.cutovergate.probe.dns.RecordSets;
import io.cutovergate.probe.http.HttpProbe;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Which mechanism switches a public name, by the API of its provider: a proxied record gives visitors the same addresses
 * before and after, so that name servers prove nothing of it.
 */
@DnsTtlLow
@EachManagedName
record ProviderChecks(PublicName name, HttpProbe http, RecordSets dns, Migration migration, Evidence evidence) {

    @Check(
            "the provider's record is switched by the mechanism that is declared, and leads where it should before the switch")
    void mechanismIsAsDeclared() {
        PublicNames.Switch switching = migration.environment().publicNames().switching();
        List<Cloudflare.Entry> entries =
                new Cloudflare(Objects.requireNonNull(switching.cloudflare()), http).entries(name.name());
        evidence.measure("records at Cloudflare", name, entries.size()).atLeast(1, "public.switch.cloudflare.zone");
        boolean proxied = switching.by() == PublicNames.By.CLOUDFLARE_ORIGIN;
        evidence.note(
                proxied
                        ? name.name()
                                + " is proxied: visitors get Cloudflare's addresses before and after. What the switch changes is the"
                                + " origin, read by the API; neither TTL nor name servers show it"
                        : name.name() + " is not proxied: what the switch changes is seen at the name servers");
        List<Runnable> rules = new ArrayList<>();
        for (Cloudflare.Entry entry : entries) {
            rules.add(
                    () -> evidence.measure("proxied by Cloudflare: " + entry.type() + " record", name, entry.proxied())
                            .detail(entry.toString())
                            .is(proxied, "public.switch.by"));
            rules.add(() -> {
                if (proxied) {
                    holdOrigin(entry);
                } else {
                    evidence.measure("TTL at Cloudflare", name, entry.ttl())
                            .detail(entry.toString())
                            .atMost(name.rules().maxTtl(), "public.dns.max-ttl");
                }
            });
        }
        if (!proxied) {
            rules.add(() -> holdAnswers(entries));
        }
        evidence.forEach(rules, Runnable::run);
    }

    /** Not proxied, name servers tell what the record says; otherwise the zone is served from elsewhere. */
    private void holdAnswers(List<Cloudflare.Entry> entries) {
        for (RecordSet set : dns.ofAuthorities(RecordSets.name(name.name()), Type.A)) {
            Set<String> answered = new TreeSet<>(set.all().stream()
                    .filter(record -> record.getName().equals(RecordSets.name(name.name())))
                    .filter(record -> record.getType() == Type.A || record.getType() == Type.CNAME)
                    .map(ProviderChecks::content)
                    .toList());
            String told = entries.stream()
                    .filter(entry -> !entry.type().equals("AAAA"))
                    .map(Cloudflare.Entry::content)
                    .map(ProviderChecks::bare)
                    .sorted()
                    .collect(Collectors.joining(", "));
            evidence.measure("answer of " + set.server(), name, String.join(", ", answered))
                    .detail("Cloudflare's API says " + contents(entries))
                    .is(told, "public.switch.cloudflare; public.dns.authoritative");
        }
    }

    /** Proxied, what it leads to is the source until the switch: its entry, by name or by address. */
    private void holdOrigin(Cloudflare.Entry record) {
        String entry = migration.side(Side.SOURCE).entry();
        if (entry == null) {
            throw new Unexamined("source.entry is not configured, so nobody knows which origin is the source's");
        }
        String host = bare(entry.replaceAll(":\\d+$", ""));
        String origin = bare(record.content());
        Names names = Names.of(name.rules().resolvers());
        boolean isSource =
                origin.equals(host) || addresses(names, origin).stream().anyMatch(addresses(names, host)::contains);
        evidence.measure("origin at Cloudflare is the source's entry", name, isSource)
                .detail(record + "; source.entry is " + entry)
                .is(true, "source.entry");
    }

    private static Set<String> addresses(Names names, String host) {
        return names.look(host).addresses().stream()
                .map(InetAddress::getHostAddress)
                .collect(Collectors.toSet());
    }

    private static String contents(List<Cloudflare.Entry> entries) {
        return entries.stream().map(Cloudflare.Entry::toString).collect(Collectors.joining("; "));
    }

    private static String content(Record record) {
        return bare(record.rdataToString());
    }

    private static String bare(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
