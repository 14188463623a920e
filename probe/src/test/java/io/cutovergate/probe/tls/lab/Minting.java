package io.cutovergate.probe.tls.lab;

import io.cutovergate.probe.tls.wire.Der;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate about to be made: sound unless a method says otherwise. */
final class Minting {

    private static final Duration YEAR = Duration.ofDays(365);

    private final String name;
    private final KeyPair keys;
    private final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
    private Instant begin = Instant.now().minus(Duration.ofDays(1));
    private Instant end = begin.plus(Duration.ofDays(90));
    private String hash = "SHA256";

    private Minting(String name, KeyPair keys) {
        this.name = name;
        this.keys = keys;
    }

    static Minting server(String name, KeyPair keys, String... hosts) {
        Minting minting = new Minting(name, keys)
                .with(Extension.basicConstraints, true, new BasicConstraints(false))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return hosts.length == 0 ? minting : minting.names(hosts);
    }

    static Minting authority(String name, KeyPair keys) {
        return new Minting(name, keys)
                .with(Extension.basicConstraints, true, new BasicConstraints(true))
                .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .valid(Instant.now().minus(YEAR), Instant.now().plus(YEAR));
    }

    Minting with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            extensions.put(oid, new Extension(oid, critical, new DEROctetString(value)));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Minting without(ASN1ObjectIdentifier oid) {
        extensions.remove(oid);
        return this;
    }

    Minting names(String... hosts) {
        GeneralName[] names = Arrays.stream(hosts)
                .map(host -> host.startsWith("ip:")
                        ? new GeneralName(GeneralName.iPAddress, host.substring(3))
                        : new GeneralName(GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        return with(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }

    Minting valid(Instant from, Instant to) {
        begin = from;
        end = to;
        return this;
    }

    /** Ends after so long; began so long before the end as a certificate lives. */
    Minting left(Duration left) {
        Instant until = Instant.now().plus(left);
        return valid(until.minus(Duration.ofDays(90)), until);
    }

    Minting usage(int bits) {
        return with(Extension.keyUsage, true, new KeyUsage(bits));
    }

    Minting purpose(KeyPurposeId purpose) {
        return with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }

    Minting authorityFor(int length) {
        return with(Extension.basicConstraints, true, new BasicConstraints(length));
    }

    Minting only(String domain) {
        GeneralSubtree permitted = new GeneralSubtree(new GeneralName(GeneralName.dNSName, domain));
        return with(Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {permitted}, null));
    }

    Minting responder(String address) {
        return with(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri(address)));
    }

    Minting list(String address) {
        return with(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(uri(address))), null, null)
        }));
    }

    /** The TLS feature of RFC 7633. */
    Minting mustStaple() {
        return with(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24"), false, new DERSequence(new ASN1Integer(5)));
    }

    /** Timestamps of so many logs, whose signatures nobody verifies. */
    Minting logged(int logs) {
        byte[] list = new byte[2 + logs * (2 + 47)];
        list[0] = (byte) ((list.length - 2) >> 8);
        list[1] = (byte) (list.length - 2);
        for (int i = 0; i < logs; i++) {
            int at = 2 + i * 49;
            list[at + 1] = 47;
            Arrays.fill(list, at + 3, at + 35, (byte) (i + 1));
        }
        return with(new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2"), false, new DEROctetString(list));
    }

    Minting hash(String algorithm) {
        hash = algorithm;
        return this;
    }

    Issued by(@Nullable Issued issuer) {
        KeyPair signer = issuer == null ? keys : issuer.keys();
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name(
                            "CN=" + (issuer == null ? name : issuer.subject().substring("CN=".length()))),
                    new BigInteger(100, new SecureRandom()).setBit(90),
                    Date.from(begin),
                    Date.from(end),
                    new X500Name("CN=" + name),
                    keys.getPublic());
            for (Extension extension : extensions.values()) {
                builder.addExtension(extension);
            }
            X509Certificate certificate = certificate(builder.build(new JcaContentSignerBuilder(algorithm(signer))
                    .setProvider(Der.PROVIDER)
                    .build(signer.getPrivate())));
            List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
            if (issuer != null) {
                chain.addAll(issuer.chain());
            }
            return new Issued(keys, chain);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            // A curve that the JDK does not know.
            return new JcaX509CertificateConverter().setProvider(Der.PROVIDER).getCertificate(holder);
        }
    }

    private String algorithm(KeyPair signer) {
        return switch (signer.getPrivate().getAlgorithm()) {
            case "RSA" -> hash + "withRSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            default -> hash + "withECDSA";
        };
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, new DERIA5String(address));
    }
}
