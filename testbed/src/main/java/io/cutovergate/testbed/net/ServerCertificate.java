package io.cutovergate.testbed.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * A key and the certificates that a server sends with it.
 *
 * @param chain the server's own first
 * @param onlyCbc whether nothing better is offered with it than a suite in CBC mode
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain, boolean onlyCbc) {

    public ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
        this(key, chain, false);
    }

    /** The same with another certificate's key. */
    public ServerCertificate withKeyOf(ServerCertificate other) {
        return new ServerCertificate(other.key(), chain);
    }

    /** The same, offered with TLS 1.2 and a suite in CBC mode only; the key must be one of RSA. */
    public ServerCertificate onlyWithCbc() {
        return new ServerCertificate(key, chain, true);
    }

    /** The same without the intermediate authority's certificate. */
    public ServerCertificate withoutIntermediate() {
        return new ServerCertificate(key, chain.subList(0, 1));
    }

    /** A context without sessions of other certificates. */
    public SSLContext context() throws GeneralSecurityException, IOException {
        return context(null);
    }

    /** What shows it. */
    public KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
        char[] password = "in memory only".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("server", key, password, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys.getKeyManagers();
    }

    /** The same, with whom it believes of those who show a certificate themselves. */
    SSLContext context(TrustManager @Nullable [] trust) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers(), trust, null);
        return onlyCbc ? NarrowContext.of(context, "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA") : context;
    }
}
