package io.cutovergate.probe.tls.wire;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** A group that keys are exchanged in (RFC 8446, section 4.2.7). */
enum Group {
    X25519(29, "X25519", 32),
    SECP256R1(23, "secp256r1", 32),
    SECP384R1(24, "secp384r1", 48),
    SECP521R1(25, "secp521r1", 66);

    private final int code;
    private final String name;
    private final int width;

    Group(int code, String name, int width) {
        this.code = code;
        this.name = name;
        this.width = width;
    }

    int code() {
        return code;
    }

    KeyPair newKeys() throws GeneralSecurityException {
        if (this == X25519) {
            return KeyPairGenerator.getInstance(name).generateKeyPair();
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    /** The public half as a key share carries it (RFC 8446, section 4.2.8.2). */
    byte[] encode(PublicKey key) {
        if (this == X25519) {
            return reversed(fixed(((XECPublicKey) key).getU()));
        }
        ECPoint point = ((ECPublicKey) key).getW();
        return new Octets()
                .number(4, 1)
                .raw(fixed(point.getAffineX()))
                .raw(fixed(point.getAffineY()))
                .bytes();
    }

    /** The secret that both sides now share. */
    byte[] agree(KeyPair own, byte[] share) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(this == X25519 ? name : "ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(decode(own, share), true);
        return agreement.generateSecret();
    }

    private PublicKey decode(KeyPair own, byte[] share) throws GeneralSecurityException {
        if (this == X25519) {
            BigInteger u = new BigInteger(1, reversed(share));
            return KeyFactory.getInstance(name).generatePublic(new XECPublicKeySpec(new NamedParameterSpec(name), u));
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(share, 1, 1 + width));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(share, 1 + width, 1 + 2 * width));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(x, y), ((ECPublicKey) own.getPublic()).getParams()));
    }

    private byte[] fixed(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[width];
        int length = Math.min(bytes.length, width);
        System.arraycopy(bytes, bytes.length - length, fixed, width - length, length);
        return fixed;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
