package io.cutovergate.probe.tls.lab;

import io.cutovergate.probe.tls.wire.Der;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Key pairs by kind; those of RSA are slow to make, and so made once. */
final class Keys {

    private final Map<String, KeyPair> made = new ConcurrentHashMap<>();

    KeyPair ec() {
        return ec("secp256r1");
    }

    KeyPair ec(String curve) {
        try {
            // The JDK has dropped the small ones.
            KeyPairGenerator generator = curve.compareTo("secp256") < 0
                    ? KeyPairGenerator.getInstance("EC", Der.PROVIDER)
                    : KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    KeyPair ed25519() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param number which one of that size */
    KeyPair rsa(int bits, int number) {
        return made.computeIfAbsent(bits + " " + number, absent -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(bits);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
