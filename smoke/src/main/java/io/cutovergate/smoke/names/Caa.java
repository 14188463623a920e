package io.cutovergate.smoke.names;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.Record;

/** The CAA records that hold for a name: the nearest on its way to the root (RFC 8659, section 3). */
record Caa(List<CAARecord> records) {

    private static final int CRITICAL = 128;

    /** RFC 8659, section 4, RFC 9495, and the CA/Browser Forum's contacts. */
    private static final Set<String> KNOWN =
            Set.of("issue", "issuewild", "iodef", "issuemail", "contactemail", "contactphone", "issuevmc");

    static Caa of(List<Record> records) {
        return new Caa(records.stream().map(CAARecord.class::cast).toList());
    }

    /**
     * Whether an authority may issue a certificate for the name itself; wildcards have a property of their own. Without a
     * property {@code issue} everybody may (section 4.2); a critical one that is unknown forbids it to all (section 4.1).
     */
    boolean allows(String authority) {
        List<String> issuers = records.stream()
                .filter(record -> tag(record).equals("issue"))
                .map(record -> record.getValue().split(";", 2)[0].strip())
                .toList();
        boolean unknown = records.stream()
                .anyMatch(record -> (record.getFlags() & CRITICAL) != 0 && !KNOWN.contains(tag(record)));
        return !unknown && (issuers.isEmpty() || issuers.stream().anyMatch(authority::equalsIgnoreCase));
    }

    private static String tag(CAARecord record) {
        return record.getTag().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return records.isEmpty()
                ? "no CAA record up to the root, so every authority may"
                : String.join(
                        "; ",
                        records.stream()
                                .map(record -> record.getName() + " CAA " + record.rdataToString())
                                .toList());
    }
}
