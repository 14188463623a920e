package io.cutovergate.probe.login;

import io.cutovergate.harness.evidence.Unexamined;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** Algorithms of signed tokens that have a public key (RFC 7518, section 3.1). */
enum JwsAlgorithm {
    RS256("RSA", "SHA256withRSA"),
    RS384("RSA", "SHA384withRSA"),
    RS512("RSA", "SHA512withRSA"),
    PS256("RSA", "RSASSA-PSS"),
    PS384("RSA", "RSASSA-PSS"),
    PS512("RSA", "RSASSA-PSS"),
    ES256("secp256r1", "SHA256withECDSAinP1363Format"),
    ES384("secp384r1", "SHA384withECDSAinP1363Format"),
    ES512("secp521r1", "SHA512withECDSAinP1363Format");

    private static final int RSA_BITS = 2048;

    private final String key;
    private final String signature;

    JwsAlgorithm(String key, String signature) {
        this.key = key;
        this.signature = signature;
    }

    /** The salt is as long as the hash (RFC 7518, section 3.5). */
    private Optional<PSSParameterSpec> parameters() {
        return switch (this) {
            case PS256 -> Optional.of(pss("SHA-256", MGF1ParameterSpec.SHA256, 32));
            case PS384 -> Optional.of(pss("SHA-384", MGF1ParameterSpec.SHA384, 48));
            case PS512 -> Optional.of(pss("SHA-512", MGF1ParameterSpec.SHA512, 64));
            case RS256, RS384, RS512, ES256, ES384, ES512 -> Optional.empty();
        };
    }

    private static PSSParameterSpec pss(String hash, MGF1ParameterSpec mask, int salt) {
        return new PSSParameterSpec(hash, "MGF1", mask, salt, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    /** The algorithm of that name; {@link Unexamined} for one without a public key, or an unknown one. */
    static JwsAlgorithm of(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Unexamined(
                        "the issuer signs its tokens by " + name + ", and none can be made that another key signs"));
    }

    /** Whether its keys are of RSA. */
    boolean isRsa() {
        return key.equals("RSA");
    }

    byte[] sign(PrivateKey by, byte[] text) {
        try {
            Signature signer = Signature.getInstance(signature);
            if (parameters().isPresent()) {
                signer.setParameter(parameters().get());
            }
            signer.initSign(by);
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new Unexamined("no token can be signed by " + name() + ": " + e.getMessage(), e);
        }
    }

    /** A key that nobody knows. */
    KeyPair stranger() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(isRsa() ? "RSA" : "EC");
            if (isRsa()) {
                generator.initialize(RSA_BITS);
            } else {
                generator.initialize(new ECGenParameterSpec(key));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new Unexamined("no key can be made for " + name() + ": " + e.getMessage(), e);
        }
    }
}
