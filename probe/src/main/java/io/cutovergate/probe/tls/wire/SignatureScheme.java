package io.cutovergate.probe.tls.wire;

import java.util.List;
import java.util.Locale;

/**
 * What a handshake is signed with (RFC 8446, section 4.2.3).
 *
 * @param algorithm as Java names it
 */
public record SignatureScheme(int code, String algorithm) {

    private static final List<SignatureScheme> KNOWN = List.of(
            new SignatureScheme(0x0401, "SHA256withRSA"),
            new SignatureScheme(0x0501, "SHA384withRSA"),
            new SignatureScheme(0x0601, "SHA512withRSA"),
            new SignatureScheme(0x0201, "SHA1withRSA"),
            new SignatureScheme(0x0101, "MD5withRSA"),
            new SignatureScheme(0x0403, "SHA256withECDSA"),
            new SignatureScheme(0x0503, "SHA384withECDSA"),
            new SignatureScheme(0x0603, "SHA512withECDSA"),
            new SignatureScheme(0x0203, "SHA1withECDSA"),
            new SignatureScheme(0x0402, "SHA256withDSA"),
            new SignatureScheme(0x0202, "SHA1withDSA"),
            new SignatureScheme(0x0804, "SHA256withRSAandMGF1"),
            new SignatureScheme(0x0805, "SHA384withRSAandMGF1"),
            new SignatureScheme(0x0806, "SHA512withRSAandMGF1"),
            new SignatureScheme(0x0809, "SHA256withRSAandMGF1"),
            new SignatureScheme(0x080a, "SHA384withRSAandMGF1"),
            new SignatureScheme(0x080b, "SHA512withRSAandMGF1"),
            new SignatureScheme(0x0807, "Ed25519"),
            new SignatureScheme(0x0808, "Ed448"));

    static SignatureScheme of(int code) {
        return KNOWN.stream()
                .filter(scheme -> scheme.code() == code)
                .findFirst()
                .orElseGet(() -> new SignatureScheme(code, "0x%04x".formatted(code)));
    }

    /** Whether it rests on a hash that is broken (RFC 9155). */
    public boolean isBroken() {
        String upper = algorithm.toUpperCase(Locale.ROOT);
        return upper.startsWith("SHA1") || upper.startsWith("MD5");
    }

    @Override
    public String toString() {
        return algorithm;
    }
}
