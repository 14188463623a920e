package io.cutovergate.probe.tls;

import io.cutovergate.probe.tls.wire.Octet;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

/**
 * The certificates that a server sent, in its order: its own first (RFC 8446, section 4.4.2).
 *
 * @param where address and port that sent them
 * @param anchors whom we trust
 * @param seen when
 */
public record ServedChain(List<X509Certificate> sent, String where, Anchors anchors, Instant seen) {

    public ServedChain {
        sent = List.copyOf(sent);
    }

    /** As they were sent. */
    public List<Octet> der() {
        return sent.stream().map(Anchors::der).toList();
    }

    /** The server's own certificate. */
    public X509Certificate own() {
        return sent.get(0);
    }

    /** The way that the certificates as sent lead to an authority that is trusted; nothing is fetched to complete them. */
    public SentPath path() {
        return SentPath.of(sent, anchors);
    }

    /** Whether it is browsers, too, who trust where the way ends. */
    public boolean isPublic() {
        return path().anchor().filter(anchors::isPublic).isPresent();
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
        return Certificates.subject(first)
                + (daysLeft() < 0 ? " has expired on " : " ends on ")
                + end(first).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private X509Certificate firstToEnd() {
        return sent.stream().min(Comparator.comparing(ServedChain::end)).orElseThrow();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    /** All of them for a reader of the report. */
    String describe() {
        StringBuilder text = new StringBuilder("sent by ").append(where).append('\n');
        for (X509Certificate certificate : sent) {
            text.append("\nsubject    ").append(Certificates.subject(certificate));
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
