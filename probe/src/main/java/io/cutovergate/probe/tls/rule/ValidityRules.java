package io.cutovergate.probe.tls.rule;

import io.cutovergate.probe.tls.Certificates;
import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.Sighting;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Whether a public certificate lives no longer than browsers accept. */
public final class ValidityRules {

    /** Greatest number of days by the day of issue (BR 6.3.2). */
    private static final NavigableMap<Instant, Integer> LONGEST = new TreeMap<>(Map.of(
            Instant.EPOCH,
            398,
            Instant.parse("2026-03-15T00:00:00Z"),
            200,
            Instant.parse("2027-03-15T00:00:00Z"),
            100,
            Instant.parse("2029-03-15T00:00:00Z"),
            47));

    private ValidityRules() {}

    /** Private authorities set their own limits. */
    public static List<Judgement> judge(Sighting sighting) {
        Judgements all = new Judgements(sighting.where());
        sighting.chains().stream()
                .filter(ServedChain::isPublic)
                .map(ServedChain::own)
                .forEach(own -> lifetime(all, own));
        return all.list();
    }

    private static void lifetime(Judgements all, X509Certificate own) {
        int days = LONGEST.floorEntry(own.getNotBefore().toInstant()).getValue();
        all.judge(
                TlsRule.LIFETIME_ALLOWED,
                lifetime(own).compareTo(Duration.ofDays(days)) <= 0,
                Certificates.subject(own) + " is valid for " + lifetime(own).toDays() + " days, where at most " + days
                        + " are allowed to one that was issued then");
    }

    /** The last second counts (RFC 5280, section 4.1.2.5). */
    static Duration lifetime(X509Certificate certificate) {
        return Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant())
                .plusSeconds(1);
    }
}
