package io.cutovergate.probe.tls;

import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The certificates that a server sent, in its order: its own first (RFC 8446, section 4.4.2).
 *
 * @param where address and port that sent them
 * @param anchors whom we trust
 * @param seen when
 */
public record ServedChain(List<X509Certificate> sent, String where, Set<TrustAnchor> anchors, Instant seen) {

    public ServedChain {
        sent = List.copyOf(sent);
        anchors = Set.copyOf(anchors);
    }

    /** The server's own certificate. */
    public X509Certificate own() {
        return sent.get(0);
    }

    /** Whether the certificates as sent lead to an authority that is trusted; nothing is fetched to complete them. */
    public ChainTrust trust() {
        return ChainTrust.of(this);
    }

    /** Whether the server's own certificate is for the host. */
    public boolean names(String host) {
        return CertificateNames.cover(own(), host);
    }

    /** The names that the server's own certificate is for. */
    public List<String> names() {
        return CertificateNames.of(own());
    }

    /** Whole days until the first of the certificates ends; negative once it has. */
    public long daysLeft() {
        return Math.floorDiv(
                Duration.between(seen, end(firstToEnd())).toSeconds(),
                Duration.ofDays(1).toSeconds());
    }

    /** Whether all of them have begun to be valid. */
    public boolean hasBegun() {
        return sent.stream()
                .noneMatch(certificate -> certificate.getNotBefore().toInstant().isAfter(seen));
    }

    /** What {@link #daysLeft} is about: {@code CN=api.shop.example ends on 2026-11-27}. */
    public String ending() {
        X509Certificate first = firstToEnd();
        return subject(first)
                + (daysLeft() < 0 ? " has expired on " : " ends on ")
                + end(first).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private X509Certificate firstToEnd() {
        return sent.stream().min(Comparator.comparing(ServedChain::end)).orElseThrow();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    static String subject(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return name.isEmpty() ? "(no subject) " + CertificateNames.of(certificate) : name;
    }

    /** All of them for a reader of the report. */
    String describe() {
        StringBuilder text = new StringBuilder("sent by ").append(where).append('\n');
        for (X509Certificate certificate : sent) {
            text.append("\nsubject    ").append(subject(certificate));
            text.append("\nissuer     ")
                    .append(certificate.getIssuerX500Principal().getName());
            text.append("\nnames      ").append(String.join(", ", CertificateNames.of(certificate)));
            text.append("\nvalid      ").append(certificate.getNotBefore().toInstant());
            text.append(" to ").append(certificate.getNotAfter().toInstant());
            text.append("\nserial     ").append(certificate.getSerialNumber().toString(16));
            text.append("\nkey        ").append(certificate.getPublicKey().getAlgorithm());
            text.append(", signed with ").append(certificate.getSigAlgName()).append('\n');
        }
        return text.toString();
    }
}
