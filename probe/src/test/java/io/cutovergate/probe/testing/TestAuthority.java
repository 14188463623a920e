package io.cutovergate.probe.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority for one test.
 *
 * @param chain its own certificate first, then those above it
 */
public record TestAuthority(KeyPair keys, List<X509Certificate> chain) {

    private static final Duration YEAR = Duration.ofDays(365);

    public static TestAuthority root(String name) {
        KeyPair keys = newKeys();
        return new TestAuthority(
                keys,
                List.of(sign(
                        keys,
                        name,
                        keys,
                        name,
                        true,
                        Instant.now().minus(YEAR),
                        Instant.now().plus(YEAR))));
    }

    /** An authority under this one. */
    public TestAuthority intermediate(String name) {
        KeyPair below = newKeys();
        X509Certificate certificate = sign(
                below,
                name,
                keys,
                name(),
                true,
                Instant.now().minus(YEAR),
                Instant.now().plus(YEAR));
        return new TestAuthority(below, concat(certificate, chain));
    }

    /** A server's certificate that stays valid for so long; negative: it has expired. */
    public Server server(Duration left, String... names) {
        KeyPair own = newKeys();
        Instant end = Instant.now().plus(left);
        X509Certificate certificate = sign(own, "server", keys, name(), false, end.minus(YEAR), end, names);
        return new Server(own, concat(certificate, chain));
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Writes the authority's own certificate for {@code public.tls.ca}. */
    public Path write(Path file) throws IOException, GeneralSecurityException {
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(certificate().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    /**
     * A server's key and certificates.
     *
     * @param chain its own first, up to the root
     */
    public record Server(KeyPair keys, List<X509Certificate> chain) {

        /** What a server needs that sends only the first so many certificates. */
        public SSLContext sending(int certificates) {
            return sending(certificates, null);
        }

        /** What a server needs that believes the clients of an authority. */
        public SSLContext believing(TestAuthority clients) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setCertificateEntry("clients", clients.certificate());
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(store);
                return sending(chain.size() - 1, factory.getTrustManagers());
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private SSLContext sending(int certificates, TrustManager @Nullable [] trust) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry(
                        "server",
                        keys.getPrivate(),
                        new char[0],
                        chain.subList(0, certificates).toArray(new Certificate[0]));
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(store, new char[0]);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(factory.getKeyManagers(), trust, null);
                return context;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What a server needs that sends everything but the root. */
        public SSLContext context() {
            return sending(chain.size() - 1);
        }
    }

    private String name() {
        return certificate().getSubjectX500Principal().getName().substring("CN=".length());
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            KeyPair subject,
            String name,
            KeyPair issuer,
            String issuerName,
            boolean isAuthority,
            Instant begin,
            Instant end,
            String... names) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            new X500Name("CN=" + issuerName),
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(begin.minusSeconds(60)),
                            Date.from(end),
                            new X500Name("CN=" + name),
                            subject.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            if (names.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GeneralNames alternatives(String... names) {
        return new GeneralNames(Arrays.stream(names)
                .map(name ->
                        new GeneralName(name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static List<X509Certificate> concat(X509Certificate first, List<X509Certificate> above) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(first), above.stream())
                .toList();
    }
}
