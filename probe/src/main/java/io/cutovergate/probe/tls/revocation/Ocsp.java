package io.cutovergate.probe.tls.revocation;

import io.cutovergate.probe.Causes;
import io.cutovergate.probe.tls.revocation.Standing.State;
import io.cutovergate.probe.tls.wire.Der;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.jcajce.JcaCertificateID;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Asks in the words of RFC 6960, and reads the answer. */
public final class Ocsp {

    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";
    /** Of a responder's clock. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private Ocsp() {}

    static byte[] request(X509Certificate certificate, X509Certificate issuer) {
        try {
            CertificateID id =
                    new JcaCertificateID(digests().get(CertificateID.HASH_SHA1), issuer, certificate.getSerialNumber());
            return new OCSPReqBuilder().addRequest(id).build().getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no question can be put about " + certificate.getSubjectX500Principal(), e);
        }
    }

    /** What an answer says of the certificate, if it counts. */
    public static Standing read(
            byte[] answer, X509Certificate certificate, X509Certificate issuer, String by, Instant now) {
        try {
            OCSPResp response = new OCSPResp(answer);
            if (response.getStatus() != OCSPResp.SUCCESSFUL
                    || !(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return new Standing(State.UNANSWERED, by, "the responder answers with status " + response.getStatus());
            }
            if (!isSigned(basic, issuer, now)) {
                return Standing.unsound(by, "the answer is not signed by " + name(issuer) + " or whom it appointed");
            }
            Optional<SingleResp> single = single(basic, certificate, issuer);
            return single.isEmpty()
                    ? Standing.unsound(by, "the answer is about another certificate")
                    : judge(single.get(), by, now);
        } catch (IOException
                | OCSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            return Standing.unsound(by, "the answer cannot be read: " + Causes.first(e));
        }
    }

    private static Standing judge(SingleResp single, String by, Instant now) {
        Date next = single.getNextUpdate();
        if (single.getThisUpdate().toInstant().isAfter(now.plus(AHEAD))) {
            return Standing.unsound(
                    by, "the answer is of the future: " + single.getThisUpdate().toInstant());
        }
        if (next != null && next.toInstant().isBefore(now)) {
            return Standing.unsound(by, "the answer was good until " + next.toInstant());
        }
        if (single.getCertStatus() instanceof RevokedStatus revoked) {
            return new Standing(
                    State.REVOKED,
                    by,
                    "revoked on " + revoked.getRevocationTime().toInstant());
        }
        return single.getCertStatus() == null
                ? new Standing(State.GOOD, by, "good")
                : new Standing(State.UNKNOWN, by, "the responder does not know it");
    }

    private static Optional<SingleResp> single(BasicOCSPResp basic, X509Certificate certificate, X509Certificate issuer)
            throws OCSPException, OperatorCreationException, GeneralSecurityException {
        X509CertificateHolder above = new JcaX509CertificateHolder(issuer);
        for (SingleResp single : basic.getResponses()) {
            if (single.getCertID().getSerialNumber().equals(certificate.getSerialNumber())
                    && single.getCertID().matchesIssuer(above, digests())) {
                return Optional.of(single);
            }
        }
        return Optional.empty();
    }

    /** By the issuer itself, or by somebody whom it certified for this (RFC 6960, section 4.2.2.2). */
    private static boolean isSigned(BasicOCSPResp basic, X509Certificate issuer, Instant now)
            throws OCSPException, OperatorCreationException, GeneralSecurityException {
        if (isSignedBy(basic, issuer.getPublicKey())) {
            return true;
        }
        for (X509CertificateHolder holder : basic.getCerts()) {
            X509Certificate appointed =
                    new JcaX509CertificateConverter().setProvider(Der.PROVIDER).getCertificate(holder);
            List<String> purposes = appointed.getExtendedKeyUsage();
            if (purposes != null
                    && purposes.contains(OCSP_SIGNING)
                    && io.cutovergate.probe.tls.Certificates.isValidAt(appointed, now)
                    && io.cutovergate.probe.tls.Certificates.isSigned(appointed, issuer.getPublicKey())
                    && isSignedBy(basic, appointed.getPublicKey())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSignedBy(BasicOCSPResp basic, PublicKey key) throws OperatorCreationException {
        try {
            return basic.isSignatureValid(new JcaContentVerifierProviderBuilder()
                    .setProvider(Der.PROVIDER)
                    .build(key));
        } catch (OCSPException e) {
            // The signature is of another kind of key than this.
            return false;
        }
    }

    private static DigestCalculatorProvider digests() throws OperatorCreationException {
        return new JcaDigestCalculatorProviderBuilder()
                .setProvider(Der.PROVIDER)
                .build();
    }

    private static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }
}
