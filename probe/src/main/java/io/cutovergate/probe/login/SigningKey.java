package io.cutovergate.probe.login;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Secret;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The private key of a test's issuer, as the files give it. */
final class SigningKey {

    private SigningKey() {}

    /** PKCS #8 (RFC 5958), as PEM (RFC 7468, section 10) or as its Base64 alone. */
    static PrivateKey of(Secret secret, JwsAlgorithm algorithm) {
        String text = secret.reveal();
        if (text.contains("-----BEGIN") && !text.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new Unexamined("auth.refusals.signing-key is not in the form of PKCS #8, without a password; `openssl"
                    + " pkcs8 -topk8 -nocrypt` converts it");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance(algorithm.isRsa() ? "RSA" : "EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause may quote the key.
            throw new Unexamined("auth.refusals.signing-key cannot be read as the private key of " + algorithm);
        }
    }
}
