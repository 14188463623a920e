package io.cutovergate.probe.tls;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom every client trusts: the certificate authorities of the system (the JVM's) and those of {@code public.tls.ca}.
 * Read at first use; {@link Unexamined} names a file that cannot be read.
 */
public final class Trust {

    private final List<Path> ca;
    private @Nullable X509TrustManager manager;

    public Trust(List<Path> ca) {
        this.ca = List.copyOf(ca);
    }

    /** One for the whole run. */
    public static Trust of(CheckScope scope) {
        List<Path> ca = scope.migration().environment().publicNames().tls().ca();
        return scope.shared(Trust.class, "run", () -> new Trust(ca));
    }

    /** The authorities, for a path of certificates. */
    public Set<TrustAnchor> anchors() {
        return Arrays.stream(manager().getAcceptedIssuers())
                .map(issuer -> new TrustAnchor(issuer, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The authorities, for a TLS connection. */
    public synchronized X509TrustManager manager() {
        if (manager == null) {
            manager = make();
        }
        return manager;
    }

    /** Makes sockets that trust nobody else. */
    public SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new X509TrustManager[] {manager()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    private X509TrustManager make() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate root : trusting(null).getAcceptedIssuers()) {
                store.setCertificateEntry("system " + store.size(), root);
            }
            for (Path file : ca) {
                for (Certificate own : read(file)) {
                    store.setCertificateEntry("own " + store.size(), own);
                }
            }
            return trusting(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the authorities of this JVM cannot be read", e);
        }
    }

    private static X509TrustManager trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (found.isEmpty()) {
                throw new Unexamined(file + " holds no certificate (public.tls.ca)");
            }
            return found;
        } catch (IOException | java.security.cert.CertificateException e) {
            throw new Unexamined(file + " cannot be read as PEM certificates (public.tls.ca): " + e, e);
        }
    }
}
