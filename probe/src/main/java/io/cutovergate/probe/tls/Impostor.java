package io.cutovergate.probe.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a certificate that says all that a genuine one says, issuer, serial number and key identifiers too, and is signed by a key that
 * nobody knows: whoever compares names alone lets it in.
 */
final class Impostor {

    private Impostor() {}

    static ClientIdentity of(ClientIdentity genuine) {
        try {
            X509Certificate model = genuine.chain().get(0);
            KeyPair authority = keysLike(model.getPublicKey());
            KeyPair own = keysLike(model.getPublicKey());
            X509CertificateHolder holder = new JcaX509CertificateHolder(model);
            X509v3CertificateBuilder leaf = builder(holder, holder.getSerialNumber(), holder.getSubject(), own);
            for (Object oid : holder.getExtensionOIDs()) {
                leaf.addExtension(holder.getExtension((ASN1ObjectIdentifier) oid));
            }
            X509v3CertificateBuilder root = builder(holder, BigInteger.ONE, holder.getIssuer(), authority)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            return new ClientIdentity(List.of(sign(leaf, authority), sign(root, authority)), own.getPrivate());
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("no certificate like " + genuine + " can be made", e);
        }
    }

    private static X509v3CertificateBuilder builder(
            X509CertificateHolder model, BigInteger serial, X500Name subject, KeyPair keys) {
        return new X509v3CertificateBuilder(
                model.getIssuer(),
                serial,
                model.getNotBefore(),
                model.getNotAfter(),
                subject,
                SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair keys)
            throws GeneralSecurityException, OperatorCreationException {
        String key = keys.getPrivate().getAlgorithm();
        String algorithm = key.equals("EC") ? "SHA256withECDSA" : key.equals("RSA") ? "SHA256withRSA" : key;
        ContentSigner signer = new JcaContentSignerBuilder(algorithm).build(keys.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }

    /** Of the same algorithm and length, so that they are refused for nothing else. */
    private static KeyPair keysLike(PublicKey model) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(model.getAlgorithm());
        if (model instanceof RSAPublicKey rsa) {
            generator.initialize(rsa.getModulus().bitLength());
        } else if (model instanceof ECPublicKey ec) {
            generator.initialize(ec.getParams());
        }
        return generator.generateKeyPair();
    }
}
