package io.cutovergate.probe.tls.wire;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how a server exchanges keys, and whether its signature is that of the certificate it showed. */
final class KeyExchangeReader {

    /** Size of the groups of IANA's register that a server may pick. */
    private static final Map<Integer, Map.Entry<String, Integer>> GROUPS = Map.ofEntries(
            Map.entry(15, Map.entry("sect163r2", 163)),
            Map.entry(19, Map.entry("secp192r1", 192)),
            Map.entry(21, Map.entry("secp224r1", 224)),
            Map.entry(23, Map.entry("secp256r1", 256)),
            Map.entry(24, Map.entry("secp384r1", 384)),
            Map.entry(25, Map.entry("secp521r1", 521)),
            Map.entry(29, Map.entry("x25519", 256)),
            Map.entry(30, Map.entry("x448", 448)));

    private KeyExchangeReader() {}

    /** ServerKeyExchange of TLS 1.2 and before (RFC 5246, section 7.4.3; RFC 8422, section 5.4). */
    static KeyExchange read(
            Suite suite, Version version, byte[] body, byte[] ours, byte[] theirs, List<Octet> certificates)
            throws Malformed {
        OctetReader in = new OctetReader(body);
        if (suite.isEllipticCurve()) {
            int kind = in.number(1);
            if (kind != 3) {
                throw new Malformed("a curve that has no name, but parameters of its own");
            }
            int group = in.number(2);
            in.vector(1);
            return signed(group(group), suite, version, in, ours, theirs, certificates);
        }
        if (suite.isFiniteField()) {
            int bits = new BigInteger(1, in.vector(2)).bitLength();
            in.vector(2);
            in.vector(2);
            return signed(Map.entry("DH", bits), suite, version, in, ours, theirs, certificates);
        }
        // RSA of an EXPORT suite: a short key made for it
        int bits = new BigInteger(1, in.vector(2)).bitLength();
        return new KeyExchange("RSA", bits, Optional.empty(), Optional.empty());
    }

    private static KeyExchange signed(
            Map.Entry<String, Integer> group,
            Suite suite,
            Version version,
            OctetReader in,
            byte[] ours,
            byte[] theirs,
            List<Octet> certificates)
            throws Malformed {
        if (!suite.isSigned() || version != Version.TLS_1_2) {
            return new KeyExchange(group.getKey(), group.getValue(), Optional.empty(), Optional.empty());
        }
        byte[] content = new Octets().raw(ours).raw(theirs).raw(in.since(0)).bytes();
        SignatureScheme scheme = SignatureScheme.of(in.number(2));
        return new KeyExchange(
                group.getKey(),
                group.getValue(),
                Optional.of(scheme),
                isOf(certificates, scheme, content, in.vector(2)));
    }

    /** CertificateVerify of TLS 1.3 (RFC 8446, section 4.4.3). */
    static KeyExchange verify(int group, OctetReader in, byte[] transcript, Suite suite, List<Octet> certificates)
            throws Malformed {
        SignatureScheme scheme = SignatureScheme.of(in.number(2));
        byte[] padding = new byte[64];
        Arrays.fill(padding, (byte) ' ');
        byte[] content = new Octets()
                .raw(padding)
                .raw("TLS 1.3, server CertificateVerify\0".getBytes(StandardCharsets.US_ASCII))
                .raw(hash(suite, transcript))
                .bytes();
        Map.Entry<String, Integer> known = group(group);
        return new KeyExchange(
                known.getKey(),
                known.getValue(),
                Optional.of(scheme),
                isOf(certificates, scheme, content, in.vector(2)));
    }

    private static Optional<Boolean> isOf(
            List<Octet> certificates, SignatureScheme scheme, byte[] content, byte[] signature) {
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        PublicKey key;
        try {
            key = Der.certificate(certificates.get(0)).getPublicKey();
        } catch (CertificateException e) {
            // Another rule says that it cannot be read.
            return Optional.empty();
        }
        try {
            Signature verifier = Signature.getInstance(scheme.algorithm(), Der.PROVIDER);
            verifier.initVerify(key);
            verifier.update(content);
            return Optional.of(verifier.verify(signature));
        } catch (GeneralSecurityException e) {
            // An algorithm that nobody here knows, or a signature of another kind of key.
            return Optional.of(false);
        }
    }

    private static Map.Entry<String, Integer> group(int code) {
        return GROUPS.getOrDefault(code, Map.entry("group " + code, 0));
    }

    private static byte[] hash(Suite suite, byte[] content) {
        try {
            return MessageDigest.getInstance(suite.name().endsWith("384") ? "SHA-384" : "SHA-256")
                    .digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-2", e);
        }
    }
}
