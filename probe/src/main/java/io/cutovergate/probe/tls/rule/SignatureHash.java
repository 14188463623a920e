package io.cutovergate.probe.tls.rule;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a certificate is signed over a hash for which another certificate could be made to fit. */
final class SignatureHash {

    /** By object identifier: of some the name does not say the hash. */
    private static final Map<String, String> BROKEN = Map.of(
            "1.2.840.113549.1.1.2", "MD2withRSA",
            "1.2.840.113549.1.1.3", "MD4withRSA",
            "1.2.840.113549.1.1.4", "MD5withRSA",
            "1.2.840.113549.1.1.5", "SHA1withRSA",
            "1.3.14.3.2.29", "SHA1withRSA",
            "1.2.840.10040.4.3", "SHA1withDSA",
            "1.2.840.10045.4.1", "SHA1withECDSA");

    private SignatureHash() {}

    /** The algorithm, where it is one of those. */
    static Optional<String> broken(X509Certificate certificate) {
        String name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        String known = BROKEN.get(certificate.getSigAlgOID());
        // RSASSA-PSS names its hash in the parameters, and so in the name
        return known != null || !name.startsWith("SHA1WITH") ? Optional.ofNullable(known) : Optional.of(name);
    }
}
