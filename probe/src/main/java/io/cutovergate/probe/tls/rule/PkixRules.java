package io.cutovergate.probe.tls.rule;

import static io.cutovergate.probe.tls.rule.TlsRule.NAMES_PERMITTED;
import static io.cutovergate.probe.tls.rule.TlsRule.PATH_SHORT_ENOUGH;
import static io.cutovergate.probe.tls.rule.TlsRule.PATH_VALID;

import io.cutovergate.probe.Causes;
import io.cutovergate.probe.tls.SentPath;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** The path as the JDK validates it (RFC 5280, section 6.1), for what no rule of our own says: constraints of names, length, policy. */
final class PkixRules {

    /** What rules of our own say, in more words; the JDK's constraints of algorithms among them. */
    private static final Set<Reason> SAID_ELSEWHERE = Set.of(
            BasicReason.EXPIRED,
            BasicReason.NOT_YET_VALID,
            BasicReason.INVALID_SIGNATURE,
            BasicReason.ALGORITHM_CONSTRAINED,
            PKIXReason.NOT_CA_CERT,
            PKIXReason.INVALID_KEY_USAGE,
            PKIXReason.UNRECOGNIZED_CRIT_EXT);

    private PkixRules() {}

    static void judge(Judgements all, SentPath path, X509Certificate anchor) {
        all.held(NAMES_PERMITTED, PATH_SHORT_ENOUGH, PATH_VALID);
        List<X509Certificate> below = path.last().equals(anchor)
                ? path.certificates().subList(0, path.certificates().size() - 1)
                : path.certificates();
        if (below.isEmpty()) {
            return;
        }
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            // Expiry is a claim of its own: a moment at which all of them are valid, as far as there is one.
            parameters.setDate(Date.from(below.stream()
                    .map(certificate -> certificate.getNotBefore().toInstant())
                    .max(Comparator.<Instant>naturalOrder())
                    .orElseThrow()));
            CertPathValidator.getInstance("PKIX").validate(path(below), parameters);
        } catch (CertPathValidatorException e) {
            if (e.getReason() == PKIXReason.INVALID_NAME) {
                all.broken(NAMES_PERMITTED, how(e, below));
            } else if (e.getReason() == PKIXReason.PATH_TOO_LONG) {
                all.broken(PATH_SHORT_ENOUGH, how(e, below));
            } else if (!SAID_ELSEWHERE.contains(e.getReason())) {
                all.broken(PATH_VALID, how(e, below));
            }
        } catch (GeneralSecurityException e) {
            all.broken(PATH_VALID, Causes.first(e));
        }
    }

    /** As certificates of the JDK's own: it takes the names of algorithms from them. */
    private static CertPath path(List<X509Certificate> certificates) throws CertificateException {
        CertificateFactory jdk = CertificateFactory.getInstance("X.509");
        List<Certificate> read = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            read.add(jdk.generateCertificate(new ByteArrayInputStream(certificate.getEncoded())));
        }
        return jdk.generateCertPath(read);
    }

    private static String how(CertPathValidatorException e, List<X509Certificate> path) {
        String at =
                e.getIndex() < 0 ? "" : " at " + io.cutovergate.probe.tls.Certificates.subject(path.get(e.getIndex()));
        return Causes.first(e) + at;
    }
}
