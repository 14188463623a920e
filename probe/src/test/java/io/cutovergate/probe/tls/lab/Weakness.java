package io.cutovergate.probe.tls.lab;

import java.util.List;
import java.util.function.Predicate;

/**
 * What a server accepts that it should refuse.
 *
 * @param takes which hellos it answers itself
 * @param version what it then picks
 * @param suites which suites it picks from
 * @param dhBits of a prime that it exchanges keys with; 0 for the curve secp256r1
 * @param scheme what it signs TLS 1.2 with
 */
record Weakness(
        Predicate<ClientHello> takes,
        int version,
        List<Integer> suites,
        boolean compresses,
        boolean renegotiates,
        int dhBits,
        int scheme) {

    private static final int ECDSA_SHA256 = 0x0403;
    /** What the sound servers of the laboratory take of TLS 1.2. */
    private static final List<Integer> SOUND = List.of(0xC02B, 0xC02C, 0xC02F, 0xC030);

    /** It speaks an old version. */
    static Weakness version(int version, int... suites) {
        List<Integer> picked = java.util.Arrays.stream(suites).boxed().toList();
        return new Weakness(
                hello -> hello.version() == version && !hello.isModern(),
                version,
                picked,
                false,
                true,
                0,
                ECDSA_SHA256);
    }

    /** It accepts these suites from who proposes nothing that the sound server behind it would take, in whatever order. */
    static Weakness suite(int... suites) {
        List<Integer> picked = java.util.Arrays.stream(suites).boxed().toList();
        return new Weakness(
                hello -> hello.version() == 0x0303
                        && !hello.isModern()
                        && hello.suites().stream().noneMatch(SOUND::contains),
                0x0303,
                picked,
                false,
                true,
                0,
                ECDSA_SHA256);
    }

    Weakness taking(Predicate<ClientHello> hellos) {
        return new Weakness(hellos, version, suites, compresses, renegotiates, dhBits, scheme);
    }

    Weakness compressing() {
        return new Weakness(takes, version, suites, true, renegotiates, dhBits, scheme);
    }

    Weakness renegotiatingInsecurely() {
        return new Weakness(takes, version, suites, compresses, false, dhBits, scheme);
    }

    Weakness overNumbersOf(int bits) {
        return new Weakness(takes, version, suites, compresses, renegotiates, bits, scheme);
    }

    Weakness signing(int with) {
        return new Weakness(takes, version, suites, compresses, renegotiates, dhBits, with);
    }
}
