package io.cutovergate.probe.tls;

import io.cutovergate.harness.config.PublicNames.ClientCertificate;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** Our own certificate, for servers that demand one. */
final class ClientKey {

    private static final String KEY = "public.tls.client-certificate";

    private ClientKey() {}

    /** What a TLS connection shows where the server asks. */
    static KeyManager[] of(ClientCertificate client) throws GeneralSecurityException {
        List<X509Certificate> chain = PemFile.certificates(client.certificate(), KEY + ".certificate");
        PrivateKey key =
                PemFile.key(client.key().reveal(), chain.get(0).getPublicKey().getAlgorithm(), KEY + ".key");
        try {
            char[] password = "in memory only".toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("client", key, password, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            return factory.getKeyManagers();
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
