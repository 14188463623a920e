package io.cutovergate.probe.tls;

import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.config.PublicNames.ClientCertificate;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
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
    private final @Nullable ClientCertificate client;
    private @Nullable X509TrustManager manager;
    private @Nullable Anchors anchors;

    public Trust(List<Path> ca) {
        this(ca, null);
    }

    /**
     * @param client what we show to a server that demands a certificate ({@code public.tls.client-certificate})
     */
    public Trust(List<Path> ca, @Nullable ClientCertificate client) {
        this.ca = List.copyOf(ca);
        this.client = client;
    }

    /** One for the whole run. */
    public static Trust of(CheckScope scope) {
        PublicNames.Tls tls = scope.migration().environment().publicNames().tls();
        return scope.shared(Trust.class, "run", () -> new Trust(tls.ca(), tls.clientCertificate()));
    }

    /** The authorities, for a path of certificates. */
    public synchronized Anchors anchors() {
        if (anchors == null) {
            anchors = new Anchors(system(), own());
        }
        return anchors;
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
            return sockets(client == null ? null : ClientKey.of(client));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    /** The same for who shows another certificate, or none. */
    public SSLSocketFactory sockets(ClientIdentity identity) {
        return sockets(identity.managers());
    }

    private SSLSocketFactory sockets(KeyManager @Nullable [] keys) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new X509TrustManager[] {manager()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    private X509TrustManager make() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate root : system()) {
                store.setCertificateEntry("system " + store.size(), root);
            }
            for (X509Certificate own : own()) {
                store.setCertificateEntry("own " + store.size(), own);
            }
            return trusting(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the authorities of this JVM cannot be read", e);
        }
    }

    private static List<X509Certificate> system() {
        try {
            return List.of(trusting(null).getAcceptedIssuers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the authorities of this JVM cannot be read", e);
        }
    }

    private List<X509Certificate> own() {
        List<X509Certificate> own = new ArrayList<>();
        for (Path file : ca) {
            own.addAll(PemFile.certificates(file, "public.tls.ca"));
        }
        return own;
    }

    private static X509TrustManager trusting(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
