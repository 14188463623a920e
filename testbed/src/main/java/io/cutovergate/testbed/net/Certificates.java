package io.cutovergate.testbed.net;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority, made at start and known to nobody else.
 *
 * @param certificate its own certificate
 * @param keys its key pair
 */
public record Certificates(X509Certificate certificate, KeyPair keys) {
    /** A margin for clocks that are not quite right. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    /** A root that signs itself. */
    public static Certificates root(String name) throws GeneralSecurityException, IOException {
        KeyPair keys = newKeys();
        return new Certificates(authority(name, keys, name, keys, keys), keys);
    }

    /** An intermediate authority that this one signs. */
    public Certificates intermediate(String name) throws GeneralSecurityException, IOException {
        KeyPair its = newKeys();
        return new Certificates(authority(name, its, subject(), keys, keys), its);
    }

    /**
     * A server's certificate that this authority signs, with the chain that the server sends: itself and this authority.
     *
     * @param validFor from now on; negative for one that has expired that long ago
     */
    public ServerCertificate issue(List<String> hosts, Duration validFor) throws GeneralSecurityException, IOException {
        return issue(CertificateOrder.of(hosts, validFor));
    }

    /** The same with what is unusual about it. */
    public ServerCertificate issue(CertificateOrder order) throws GeneralSecurityException, IOException {
        List<String> hosts = order.hosts();
        KeyPair its = order.isRsa() ? newRsaKeys() : newKeys();
        Instant end = Instant.now().plus(order.validFor());
        Instant start = order.validFor().isNegative()
                ? end.minus(Duration.ofDays(90))
                : Instant.now().minus(BACKDATED);
        X509v3CertificateBuilder builder = builder("CN=" + hosts.get(0), its, subject(), keys, start, end)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(order.isAuthority()))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(hosts.stream()
                                .map(host -> new GeneralName(GeneralName.dNSName, host))
                                .toArray(GeneralName[]::new)));
        if (order.list() != null) {
            GeneralName address = new GeneralName(GeneralName.uniformResourceIdentifier, order.list());
            DistributionPointName point = new DistributionPointName(new GeneralNames(address));
            builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                new DistributionPoint(point, null, null)
            }));
        }
        return new ServerCertificate(its.getPrivate(), List.of(sign(builder, keys), certificate));
    }

    /** A certificate with which somebody shows who they are (RFC 5280, section 4.2.1.12). */
    public ServerCertificate issueTo(String name, Duration validFor) throws GeneralSecurityException, IOException {
        KeyPair its = newKeys();
        Instant now = Instant.now();
        X509v3CertificateBuilder builder = builder(name, its, subject(), keys, now.minus(BACKDATED), now.plus(validFor))
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        return new ServerCertificate(its.getPrivate(), List.of(sign(builder, keys), certificate));
    }

    /** A list of what this authority has revoked, good for a day (RFC 5280, section 5). */
    public byte[] revoking(ServerCertificate revoked) throws GeneralSecurityException, IOException {
        Instant now = Instant.now();
        try {
            return new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(now.minus(BACKDATED)))
                    .setNextUpdate(Date.from(now.plus(Duration.ofDays(1))))
                    .addCRLEntry(
                            revoked.chain().get(0).getSerialNumber(),
                            Date.from(now.minus(BACKDATED)),
                            CRLReason.keyCompromise)
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** The certificate in PEM (RFC 7468). */
    public String pem() throws GeneralSecurityException {
        return pem(certificate);
    }

    /** Any certificate in PEM. */
    public static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }

    private String subject() {
        return certificate.getSubjectX500Principal().getName();
    }

    private static X509Certificate authority(
            String name, KeyPair its, String issuer, KeyPair issuerKeys, KeyPair signer)
            throws GeneralSecurityException, IOException {
        Instant now = Instant.now();
        return sign(
                builder(name, its, issuer, issuerKeys, now.minus(BACKDATED), now.plus(AUTHORITY_LIFE))
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)),
                signer);
    }

    private static X509v3CertificateBuilder builder(
            String name, KeyPair its, String issuer, KeyPair issuerKeys, Instant start, Instant end)
            throws GeneralSecurityException, CertIOException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        return new JcaX509v3CertificateBuilder(
                        new X500Name(issuer),
                        new BigInteger(120, new SecureRandom()),
                        Date.from(start),
                        Date.from(end),
                        new X500Name(name),
                        its.getPublic())
                .addExtension(
                        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(its.getPublic()))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(issuerKeys.getPublic()));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair keys)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair newRsaKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
