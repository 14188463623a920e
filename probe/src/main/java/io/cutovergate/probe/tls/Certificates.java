package io.cutovergate.probe.tls;

import io.cutovergate.probe.tls.wire.Der;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** What can be said of one certificate. */
public final class Certificates {

    private Certificates() {}

    /** Who it is for, as messages say it. */
    public static String subject(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return name.isEmpty() ? "(no subject) " + CertificateNames.of(certificate) : name;
    }

    public static boolean isAuthority(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0;
    }

    /** Whether it names itself as its issuer. */
    public static boolean isSelfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Whether it is signed with the key that it certifies. */
    public static boolean isSelfSigned(X509Certificate certificate) {
        return isSelfIssued(certificate) && isSigned(certificate, certificate.getPublicKey());
    }

    public static boolean isValidAt(X509Certificate certificate, Instant when) {
        return !when.isBefore(certificate.getNotBefore().toInstant())
                && !when.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Whether the names fit: what the one is issued by, the other is. */
    static boolean isNamed(X509Certificate certificate, X509Certificate issuer) {
        return issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** Whether the signature is that of the key, with whatever algorithm. */
    public static boolean isSigned(X509Certificate certificate, PublicKey key) {
        try {
            certificate.verify(key, Der.PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Another authority of the same name, or a signature that was tampered with; Bouncy Castle says some of it
            // unchecked.
            return false;
        }
    }
}
