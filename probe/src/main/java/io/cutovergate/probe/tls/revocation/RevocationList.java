package io.cutovergate.probe.tls.revocation;

import io.cutovergate.probe.Causes;
import io.cutovergate.probe.tls.revocation.Standing.State;
import io.cutovergate.probe.tls.wire.Der;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** Reads a list of revoked certificates (RFC 5280, section 5). */
final class RevocationList {

    private RevocationList() {}

    static Standing read(byte[] list, X509Certificate certificate, X509Certificate issuer, String by, Instant now) {
        try {
            X509CRL crl = (X509CRL)
                    CertificateFactory.getInstance("X.509", Der.PROVIDER).generateCRL(new ByteArrayInputStream(list));
            if (crl == null || !crl.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                return Standing.unsound(
                        by,
                        "it is no list of " + issuer.getSubjectX500Principal().getName());
            }
            crl.verify(issuer.getPublicKey(), Der.PROVIDER);
            if (crl.getNextUpdate() != null && crl.getNextUpdate().toInstant().isBefore(now)) {
                return Standing.unsound(
                        by, "the list was good until " + crl.getNextUpdate().toInstant());
            }
            X509CRLEntry entry = crl.getRevokedCertificate(certificate.getSerialNumber());
            return entry == null
                    ? new Standing(State.GOOD, by, "not on the list")
                    : new Standing(
                            State.REVOKED,
                            by,
                            "revoked on " + entry.getRevocationDate().toInstant());
        } catch (GeneralSecurityException | RuntimeException e) {
            return Standing.unsound(by, "the list cannot be read or is not signed by its issuer: " + Causes.first(e));
        }
    }
}
