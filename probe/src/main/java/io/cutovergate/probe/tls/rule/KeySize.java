package io.cutovergate.probe.tls.rule;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.Set;

/** Whether a key is large enough (BR 6.1.5; RFC 9325, section 4.5). */
final class KeySize {

    private static final int RSA = 2048;
    private static final int EC = 256;
    private static final Set<String> FIXED = Set.of("Ed25519", "Ed448", "EdDSA");

    private KeySize() {}

    /** What is wrong with it, in words. */
    static Optional<String> tooSmall(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return below(rsa.getModulus().bitLength(), RSA, "an RSA key");
        }
        if (key instanceof ECPublicKey ec) {
            return below(ec.getParams().getCurve().getField().getFieldSize(), EC, "an EC key");
        }
        return FIXED.contains(key.getAlgorithm())
                ? Optional.empty()
                : Optional.of("a key of the kind " + key.getAlgorithm() + ", where RSA, EC or EdDSA is wanted");
    }

    private static Optional<String> below(int bits, int least, String what) {
        return bits >= least
                ? Optional.empty()
                : Optional.of(what + " of " + bits + " bits, where at least " + least + " are wanted");
    }
}
