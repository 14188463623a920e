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
 * @param verdict {@code trusted}, {@code untrusted} or {@code incomplete}
 * @param detail for people
 */
public record ChainTrust(String verdict, String detail) {

    public static final String TRUSTED = "trusted";

    static ChainTrust of(ServedChain chain) {
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(chain.anchors(), selector(chain.own()));
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain.sent())));
            parameters.setRevocationEnabled(false);
            // Expiry is a claim of its own; here an expired certificate counts as on its last day.
            parameters.setDate(Date.from(within(chain.own(), chain.seen())));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return new ChainTrust(TRUSTED, sent(chain));
        } catch (CertPathBuilderException e) {
            return end(chain, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no PKIX", e);
        }
    }

    private static ChainTrust end(ServedChain chain, CertPathBuilderException failure) {
        X509Certificate last = last(chain.own(), chain.sent());
        X500Principal issuer = last.getIssuerX500Principal();
        if (last.getSubjectX500Principal().equals(issuer)) {
            return new ChainTrust(
                    "untrusted", "it ends at " + issuer.getName() + ", which nobody here trusts; " + sent(chain));
        }
        boolean isKnown = chain.anchors().stream()
                .anyMatch(anchor ->
                        anchor.getTrustedCert().getSubjectX500Principal().equals(issuer));
        return isKnown
                ? new ChainTrust("untrusted", Causes.first(failure) + "; " + sent(chain))
                : new ChainTrust(
                        "incomplete",
                        ServedChain.subject(last) + " is issued by " + issuer.getName()
                                + ", whose certificate is neither sent nor trusted; " + sent(chain));
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

    private static X509CertSelector selector(X509Certificate own) {
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(own);
        return selector;
    }

    private static Instant within(X509Certificate own, Instant now) {
        Instant end = own.getNotAfter().toInstant();
        Instant begin = own.getNotBefore().toInstant();
        return now.isAfter(end) ? end : now.isBefore(begin) ? begin : now;
    }

    private static String sent(ServedChain chain) {
        return chain.where() + " sent " + chain.sent().size()
                + (chain.sent().size() == 1 ? " certificate" : " certificates") + ": "
                + String.join(
                        " < ", chain.sent().stream().map(ServedChain::subject).toList());
    }
}
