package io.cutovergate.probe.tls;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Reads certificates and keys in PEM form (RFC 7468). */
final class PemFile {

    private PemFile() {}

    /** The certificates of a file; {@link Unexamined} names a file that cannot be read, and its key. */
    static List<X509Certificate> certificates(Path file, String key) {
        try (InputStream pem = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new Unexamined(file + " holds no certificate (" + key + ")");
            }
            return found;
        } catch (IOException | CertificateException e) {
            throw new Unexamined(file + " cannot be read as PEM certificates (" + key + "): " + e, e);
        }
    }

    /** A private key, PKCS #8, of the algorithm that its certificate's key has. */
    static PrivateKey key(String pem, String algorithm, String key) {
        String body = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            return KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: its message may quote the key.
            throw new Unexamined("no " + algorithm + " key in PKCS #8 and PEM form stands there (" + key + ")");
        }
    }
}
