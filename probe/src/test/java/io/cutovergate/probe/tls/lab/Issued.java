package io.cutovergate.probe.tls.lab;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * A key, and the certificates that say whose it is.
 *
 * @param chain its own first, up to the root
 */
record Issued(KeyPair keys, List<X509Certificate> chain) {

    X509Certificate certificate() {
        return chain.get(0);
    }

    String subject() {
        return certificate().getSubjectX500Principal().getName();
    }

    /** As a server usually sends it: everything but the root. */
    List<X509Certificate> sent() {
        return chain.size() == 1 ? chain : chain.subList(0, chain.size() - 1);
    }

    /** The same with a bit of the last certificate's signature turned. */
    Issued tampered() {
        try {
            byte[] der = certificate().getEncoded();
            // the last octet but a few is within the signature
            der[der.length - 5] ^= 1;
            List<X509Certificate> other = new ArrayList<>(chain);
            other.set(0, (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            return new Issued(keys, other);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
