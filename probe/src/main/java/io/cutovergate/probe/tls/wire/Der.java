package io.cutovergate.probe.tls.wire;

import java.io.ByteArrayInputStream;
import java.security.Provider;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Reads certificates with a provider of its own, which knows algorithms and curves that the JDK has disabled or dropped: what a
 * server shows must be seen, however bad it is. It is registered nowhere.
 */
public final class Der {

    public static final Provider PROVIDER = new BouncyCastleProvider();

    private Der() {}

    public static X509Certificate certificate(Octet der) throws CertificateException {
        try {
            Object read = CertificateFactory.getInstance("X.509", PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(der.bytes()));
            if (read instanceof X509Certificate certificate) {
                return certificate;
            }
            throw new CertificateException("no certificate");
        } catch (RuntimeException e) {
            throw new CertificateException("no certificate: " + e.getMessage(), e);
        }
    }
}
