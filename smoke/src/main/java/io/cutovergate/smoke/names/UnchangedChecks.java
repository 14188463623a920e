package io.cutovergate.smoke.names;

import io.cutovergate.harness.checklist.Checklist.DnsTtlLow;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachKeptRecord;
import io.cutovergate.harness.subject.KeptRecord;
import io.cutovergate.probe.dns.RecordSet;
import io.cutovergate.probe.dns.RecordSets;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** What stands beside the public names, and gets lost when a zone is copied: mail above all. */
@DnsTtlLow
@EachKeptRecord
record UnchangedChecks(KeptRecord kept, RecordSets dns, Evidence evidence) {

    private static final String NONE = "no such record";

    @Check("records that the move must leave as they are say at every authoritative server what they said before")
    void recordsAreUnchanged() {
        Name name = RecordSets.name(kept.record().name());
        int type = Type.value(kept.record().type());
        if (type < 0) {
            throw new Unexamined("'" + kept.record().type() + "' is no type of record (public.dns.unchanged)");
        }
        String before = before(name, type);
        evidence.forEach(dns.ofAuthorities(name, type), set -> evidence.measure(
                        "records at " + set.server(), kept, said(set).isEmpty() ? NONE : said(set))
                .is(before, kept.record().values().isEmpty() ? "public.dns.before" : "public.dns.unchanged.values"));
    }

    private String before(Name name, int type) {
        if (!kept.record().values().isEmpty()) {
            return join(kept.record().values());
        }
        List<RecordSet> sets = dns.of(kept.rules().before(), "public.dns.before", name, type);
        List<String> said = sets.stream().map(this::said).distinct().toList();
        if (said.size() > 1) {
            throw new Unexamined("the servers of public.dns.before do not agree on " + kept.name() + ": "
                    + String.join(" and ", said));
        }
        if (said.get(0).isEmpty()) {
            throw new Unexamined(sets.get(0).server() + " has no " + kept.name()
                    + ", so there is nothing that could stay as it was (public.dns.before)");
        }
        return said.get(0);
    }

    private String said(RecordSet set) {
        String beginning = kept.record().beginning();
        return join(set.records().stream()
                .map(UnchangedChecks::text)
                .filter(text -> beginning == null
                        || text.toLowerCase(Locale.ROOT).startsWith(beginning.toLowerCase(Locale.ROOT)))
                .toList());
    }

    /** Of a text its strings in one, as SPF and DKIM read it (RFC 7208, section 3.3; RFC 6376, section 3.6.2.2). */
    private static String text(Record record) {
        return record instanceof TXTRecord text ? String.join("", text.getStrings()) : record.rdataToString();
    }

    private static String join(List<String> values) {
        return String.join(" | ", values.stream().sorted().toList());
    }
}
