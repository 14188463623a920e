package io.cutovergate.probe.tls.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens what a server of TLS 1.3 sends under its handshake keys: extensions, certificates, signature (RFC 8446, sections 5.2
 * and 7.1).
 */
final class HandshakeKeys {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Suite suite;
    private final String hash;
    private final byte[] key;
    private final byte[] iv;
    private long sequence;

    /**
     * @param shared the secret of the key exchange
     * @param hello both hellos, as messages
     */
    HandshakeKeys(Suite suite, byte[] shared, byte[] hello) throws Malformed {
        this.suite = suite;
        this.hash = suite.name().endsWith("384") ? "384" : "256";
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-" + hash);
            int length = digest.getDigestLength();
            byte[] early = mac(new byte[length], new byte[length]);
            byte[] handshake = mac(expand(early, "derived", digest.digest(), length), shared);
            byte[] server = expand(handshake, "s hs traffic", digest.digest(hello), length);
            this.key = expand(server, "key", new byte[0], suite.name().startsWith("AES_128") ? 16 : 32);
            this.iv = expand(server, "iv", new byte[0], NONCE);
        } catch (GeneralSecurityException e) {
            throw new Malformed("no keys come of the key exchange: " + e.getMessage());
        }
    }

    /** The content and, in the last octet, its type; padding is taken off. */
    byte[] open(byte[] header, byte[] sealed) throws Malformed {
        try {
            byte[] nonce = iv.clone();
            for (int i = 0; i < Long.BYTES; i++) {
                nonce[NONCE - 1 - i] ^= (byte) (sequence >>> (8 * i));
            }
            sequence++;
            Cipher cipher = cipher(nonce);
            cipher.updateAAD(header);
            byte[] open = cipher.doFinal(sealed);
            int end = open.length;
            while (end > 0 && open[end - 1] == 0) {
                end--;
            }
            return Arrays.copyOf(open, end);
        } catch (GeneralSecurityException e) {
            throw new Malformed("a record that the handshake's keys do not open");
        }
    }

    private Cipher cipher(byte[] nonce) throws GeneralSecurityException {
        if (suite.name().startsWith("CHACHA20")) {
            Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
            return cipher;
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** HKDF-Extract, which is one HMAC (RFC 5869, section 2.2). */
    private byte[] mac(byte[] salt, byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA" + hash);
        mac.init(new SecretKeySpec(salt, "HMAC"));
        return mac.doFinal(secret);
    }

    /** HKDF-Expand-Label; nothing here is longer than one block of the hash. */
    private byte[] expand(byte[] secret, String label, byte[] context, int length) throws GeneralSecurityException {
        byte[] info = new Octets()
                .number(length, 2)
                .vector(1, ("tls13 " + label).getBytes(StandardCharsets.US_ASCII))
                .vector(1, context)
                .raw((byte) 1)
                .bytes();
        return Arrays.copyOf(mac(secret, info), length);
    }
}
