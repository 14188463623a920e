package io.cutovergate.probe.tls.wire;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * A cipher suite of TLS 1.2 and before, or one of TLS 1.3.
 *
 * @param id its number in IANA's register of TLS cipher suites
 * @param name its name there, without {@code TLS_}
 */
public record Suite(int id, String name, Family family) {

    /** Those of TLS 1.3 (RFC 8446, section B.4) that we can read. */
    static final List<Suite> OF_TLS_1_3 = List.of(
            new Suite(0x1301, "AES_128_GCM_SHA256", Family.MODERN),
            new Suite(0x1302, "AES_256_GCM_SHA384", Family.MODERN),
            new Suite(0x1303, "CHACHA20_POLY1305_SHA256", Family.MODERN));

    /** What anybody still speaks, by family: number and name of IANA's register. Preshared keys, SRP and Kerberos are not for the web. */
    private static final String TABLE = """
            C02B ECDHE_ECDSA_WITH_AES_128_GCM_SHA256
            C02C ECDHE_ECDSA_WITH_AES_256_GCM_SHA384
            CCA9 ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256
            C0AC ECDHE_ECDSA_WITH_AES_128_CCM
            C02F ECDHE_RSA_WITH_AES_128_GCM_SHA256
            C030 ECDHE_RSA_WITH_AES_256_GCM_SHA384
            CCA8 ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            009E DHE_RSA_WITH_AES_128_GCM_SHA256
            009F DHE_RSA_WITH_AES_256_GCM_SHA384
            CCAA DHE_RSA_WITH_CHACHA20_POLY1305_SHA256
            C023 ECDHE_ECDSA_WITH_AES_128_CBC_SHA256
            C024 ECDHE_ECDSA_WITH_AES_256_CBC_SHA384
            C009 ECDHE_ECDSA_WITH_AES_128_CBC_SHA
            C00A ECDHE_ECDSA_WITH_AES_256_CBC_SHA
            C027 ECDHE_RSA_WITH_AES_128_CBC_SHA256
            C028 ECDHE_RSA_WITH_AES_256_CBC_SHA384
            C013 ECDHE_RSA_WITH_AES_128_CBC_SHA
            C014 ECDHE_RSA_WITH_AES_256_CBC_SHA
            0067 DHE_RSA_WITH_AES_128_CBC_SHA256
            006B DHE_RSA_WITH_AES_256_CBC_SHA256
            0033 DHE_RSA_WITH_AES_128_CBC_SHA
            0039 DHE_RSA_WITH_AES_256_CBC_SHA
            0032 DHE_DSS_WITH_AES_128_CBC_SHA
            0038 DHE_DSS_WITH_AES_256_CBC_SHA
            0045 DHE_RSA_WITH_CAMELLIA_128_CBC_SHA
            0088 DHE_RSA_WITH_CAMELLIA_256_CBC_SHA
            009C RSA_WITH_AES_128_GCM_SHA256
            009D RSA_WITH_AES_256_GCM_SHA384
            C09C RSA_WITH_AES_128_CCM
            003C RSA_WITH_AES_128_CBC_SHA256
            003D RSA_WITH_AES_256_CBC_SHA256
            002F RSA_WITH_AES_128_CBC_SHA
            0035 RSA_WITH_AES_256_CBC_SHA
            0041 RSA_WITH_CAMELLIA_128_CBC_SHA
            0084 RSA_WITH_CAMELLIA_256_CBC_SHA
            0096 RSA_WITH_SEED_CBC_SHA
            0007 RSA_WITH_IDEA_CBC_SHA
            C008 ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA
            C012 ECDHE_RSA_WITH_3DES_EDE_CBC_SHA
            0016 DHE_RSA_WITH_3DES_EDE_CBC_SHA
            0013 DHE_DSS_WITH_3DES_EDE_CBC_SHA
            000A RSA_WITH_3DES_EDE_CBC_SHA
            0015 DHE_RSA_WITH_DES_CBC_SHA
            0012 DHE_DSS_WITH_DES_CBC_SHA
            0009 RSA_WITH_DES_CBC_SHA
            C007 ECDHE_ECDSA_WITH_RC4_128_SHA
            C011 ECDHE_RSA_WITH_RC4_128_SHA
            0005 RSA_WITH_RC4_128_SHA
            0004 RSA_WITH_RC4_128_MD5
            0014 DHE_RSA_EXPORT_WITH_DES40_CBC_SHA
            0011 DHE_DSS_EXPORT_WITH_DES40_CBC_SHA
            0008 RSA_EXPORT_WITH_DES40_CBC_SHA
            0006 RSA_EXPORT_WITH_RC2_CBC_40_MD5
            0003 RSA_EXPORT_WITH_RC4_40_MD5
            0062 RSA_EXPORT1024_WITH_DES_CBC_SHA
            0064 RSA_EXPORT1024_WITH_RC4_56_SHA
            C006 ECDHE_ECDSA_WITH_NULL_SHA
            C010 ECDHE_RSA_WITH_NULL_SHA
            003B RSA_WITH_NULL_SHA256
            0002 RSA_WITH_NULL_SHA
            0001 RSA_WITH_NULL_MD5
            C018 ECDH_anon_WITH_AES_128_CBC_SHA
            C019 ECDH_anon_WITH_AES_256_CBC_SHA
            C017 ECDH_anon_WITH_3DES_EDE_CBC_SHA
            C016 ECDH_anon_WITH_RC4_128_SHA
            C015 ECDH_anon_WITH_NULL_SHA
            00A6 DH_anon_WITH_AES_128_GCM_SHA256
            00A7 DH_anon_WITH_AES_256_GCM_SHA384
            006C DH_anon_WITH_AES_128_CBC_SHA256
            006D DH_anon_WITH_AES_256_CBC_SHA256
            0034 DH_anon_WITH_AES_128_CBC_SHA
            003A DH_anon_WITH_AES_256_CBC_SHA
            001B DH_anon_WITH_3DES_EDE_CBC_SHA
            001A DH_anon_WITH_DES_CBC_SHA
            0018 DH_anon_WITH_RC4_128_MD5
            0019 DH_anon_EXPORT_WITH_DES40_CBC_SHA
            0017 DH_anon_EXPORT_WITH_RC4_40_MD5
            """;

    static final List<Suite> BEFORE_TLS_1_3 = TABLE.lines().map(Suite::read).toList();

    /** Those before TLS 1.3 that the condition holds for. */
    public static List<Suite> where(Predicate<Suite> wanted) {
        return BEFORE_TLS_1_3.stream().filter(wanted).toList();
    }

    /** Those before TLS 1.3 of these families. */
    public static List<Suite> of(Family... families) {
        List<Family> wanted = Arrays.asList(families);
        return where(suite -> wanted.contains(suite.family()));
    }

    static Suite of(int id) {
        return java.util.stream.Stream.concat(OF_TLS_1_3.stream(), BEFORE_TLS_1_3.stream())
                .filter(suite -> suite.id() == id)
                .findFirst()
                .orElseGet(() -> new Suite(id, "0x%04X".formatted(id), Family.MODERN));
    }

    boolean isSigned() {
        return !name.contains("_anon_");
    }

    boolean isEllipticCurve() {
        return name.startsWith("ECDH");
    }

    /** Whether the key is exchanged over numbers of a prime field. */
    public boolean isFiniteField() {
        return name.startsWith("DH");
    }

    private static Suite read(String line) {
        String name = line.substring(5);
        return new Suite(Integer.parseInt(line.substring(0, 4), 16), name, family(name));
    }

    private static Family family(String name) {
        if (name.contains("_anon_")) {
            return Family.ANONYMOUS;
        }
        if (name.contains("_EXPORT")) {
            return Family.EXPORT;
        }
        if (name.contains("_NULL_")) {
            return Family.NULL;
        }
        if (name.contains("_RC4_")) {
            return Family.RC4;
        }
        if (name.contains("_3DES_")) {
            return Family.TRIPLE_DES;
        }
        if (name.contains("_DES_")) {
            return Family.DES;
        }
        if (name.startsWith("RSA_")) {
            return Family.STATIC_RSA;
        }
        return name.contains("_CBC_") ? Family.CBC : Family.MODERN;
    }

    @Override
    public String toString() {
        return name;
    }
}
