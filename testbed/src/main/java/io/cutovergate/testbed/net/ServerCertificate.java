package io.cutovergate.testbed.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and the certificates that a server sends with it.
 *
 * @param chain the server's own first
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {

    /** The same without the intermediate authority's certificate. */
    public ServerCertificate withoutIntermediate() {
        return new ServerCertificate(key, chain.subList(0, 1));
    }

    /** A context without sessions of other certificates. */
    SSLContext context() throws GeneralSecurityException, IOException {
        char[] password = "in memory only".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("server", key, password, chain.toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
