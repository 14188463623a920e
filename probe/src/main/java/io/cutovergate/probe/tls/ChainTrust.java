package io.cutovergate.probe.tls;

import io.cutovergate.probe.Causes;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Whether certificates lead to an authority that is trusted (PKIX, RFC 5280 section 6), and if not, where they end.
 *
 * @param isTrusted whether they do
 * @param detail for people
 */
public record ChainTrust(boolean isTrusted, String detail) {

    static ChainTrust of(ServedChain chain) {
        X509Certificate own = chain.own();
        if (isValid(own, chain.seen())) {
            return of(own, chain);
        }
        // Expiry is a claim of its own: the path begins above, at whoever really signed the certificate.
        boolean isDirect = chain.anchors().stream().anyMatch(anchor -> isSigned(own, anchor.getTrustedCert()));
        return isDirect
                ? new ChainTrust(true, sent(chain))
                : chain.sent().stream()
                        .filter(issuer -> !issuer.equals(own) && isSigned(own, issuer))
                        .findFirst()
                        .map(issuer -> of(issuer, chain))
                        .orElseGet(() -> end(chain, "nobody who is known signed it"));
    }

    private static ChainTrust of(X509Certificate from, ServedChain chain) {
        try {
            X509CertSelector selector = new X509CertSelector();
            selector.setCertificate(from);
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(chain.anchors(), selector);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain.sent())));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(chain.seen()));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return new ChainTrust(true, sent(chain));
        } catch (CertPathBuilderException e) {
            return end(chain, Causes.first(e));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no PKIX", e);
        }
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // Another authority of the same name.
            return false;
        }
    }

    private static ChainTrust end(ServedChain chain, String failure) {
        X509Certificate last = last(chain.own(), chain.sent());
        X500Principal issuer = last.getIssuerX500Principal();
        if (last.getSubjectX500Principal().equals(issuer)) {
            return new ChainTrust(
                    false, "it ends at " + issuer.getName() + ", which nobody here trusts; " + sent(chain));
        }
        boolean isKnown = chain.anchors().stream()
                .anyMatch(anchor ->
                        anchor.getTrustedCert().getSubjectX500Principal().equals(issuer));
        return new ChainTrust(
                false,
                (isKnown
                                ? failure
                                : ServedChain.subject(last) + " is issued by " + issuer.getName()
                                        + ", whose certificate is neither sent nor trusted: either one between is"
                                        + " missing, or it is an authority that nobody here knows")
                        + "; " + sent(chain));
    }

    /** Where one gets to from the server's own certificate, by names. */
    private static X509Certificate last(X509Certificate own, List<X509Certificate> sent) {
        X509Certificate current = own;
        for (int i = 0; i < sent.size(); i++) {
            X509Certificate from = current;
            current = sent.stream()
                    .filter(issuer -> issuer.getSubjectX500Principal().equals(from.getIssuerX500Principal()))
                    .findFirst()
                    .orElse(from);
        }
        return current;
    }

    private static String sent(ServedChain chain) {
        return chain.where() + " sent " + chain.sent().size()
                + (chain.sent().size() == 1 ? " certificate" : " certificates") + ": "
                + String.join(
                        " < ", chain.sent().stream().map(ServedChain::subject).toList());
    }
}
