package io.cutovergate.load;

import io.cutovergate.probe.tls.Trust;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;

/** Writes down whom all clients trust, for a JVM that is not this one. */
final class TrustStore {

    /** The store holds nothing secret, but the JVM wants a password. */
    static final String PASSWORD = "authorities";

    private TrustStore() {}

    static void write(Trust trust, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate authority : trust.manager().getAcceptedIssuers()) {
                store.setCertificateEntry("authority " + store.size(), authority);
            }
            store.store(out, PASSWORD.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot write a store of certificates", e);
        }
    }
}
