package io.cutovergate.probe.tls.wire;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ClientHello that proposes exactly one thing, so that the answer says whether the server offers it.
 *
 * @param about what it asks for, for people
 * @param version the only version proposed; a server without TLS 1.3 may answer with a lower one
 * @param compression whether compression is proposed too
 * @param shares for TLS 1.3 only
 */
public record Hello(
        String about,
        Version version,
        List<Suite> suites,
        boolean compression,
        Octet random,
        @Nullable KeyShares shares) {

    /** Ours, best first: also those that a server should refuse, so that what it picks tells something. */
    private static final List<Integer> SIGNATURES = List.of(
            0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501,
            0x0601, 0x0402, 0x0203, 0x0201, 0x0202, 0x0101);

    private static final List<Group> PROPOSED = List.of(Group.X25519, Group.SECP256R1, Group.SECP384R1);
    /** Further ones that TLS 1.2 and before may use without a share of ours: x448, secp521r1, secp224r1, secp192r1, sect163r2. */
    private static final List<Integer> OTHERS = List.of(30, 25, 21, 19, 15);

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Proposes TLS 1.3 and nothing below. */
    public static Hello tls13() {
        return tls13(PROPOSED);
    }

    /** The same for a server that wants another group. */
    static Hello tls13(List<Group> groups) {
        return new Hello("TLS 1.3", Version.TLS_1_3, Suite.OF_TLS_1_3, false, newRandom(), KeyShares.of(groups));
    }

    /** Proposes cipher suites of a version up to TLS 1.2. */
    public static Hello upTo(Version version, String about, List<Suite> suites) {
        return new Hello(about, version, suites, false, newRandom(), null);
    }

    /** The same, and compression. */
    public Hello withCompression() {
        return new Hello(about, version, suites, true, random, shares);
    }

    /** As one record. */
    byte[] toRecord(@Nullable String name) {
        byte[] message = new Octets().number(1, 1).vector(3, body(name)).bytes();
        return new Octets()
                .number(22, 1)
                // RFC 8446, section 5.1: the record of a first ClientHello says TLS 1.0, but SSL 3.0 knows only itself
                .number(Math.min(version.code(), Version.TLS_1_0.code()), 2)
                .vector(2, message)
                .bytes();
    }

    /** The message, for the hash over the handshake. */
    byte[] toMessage(@Nullable String name) {
        return new Octets().number(1, 1).vector(3, body(name)).bytes();
    }

    private byte[] body(@Nullable String name) {
        Octets body = new Octets()
                .number(Math.min(version.code(), Version.TLS_1_2.code()), 2)
                .raw(random.bytes())
                .vector(1, shares == null ? new byte[0] : random.bytes())
                .vector(2, Octets.numbers(suites.stream().map(Suite::id).toList(), 2))
                .vector(1, compression ? new byte[] {1, 0} : new byte[] {0});
        return version == Version.SSL_3
                ? body.bytes()
                : body.vector(2, extensions(name)).bytes();
    }

    private byte[] extensions(@Nullable String name) {
        Octets all = new Octets();
        if (name != null) {
            byte[] entry = new Octets()
                    .number(0, 1)
                    .vector(2, name.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .bytes();
            all.number(Extension.SERVER_NAME, 2)
                    .vector(2, new Octets().vector(2, entry).bytes());
        }
        List<Integer> groups = Stream.concat(
                        Stream.of(Group.values()).map(Group::code),
                        shares == null ? OTHERS.stream() : Stream.<Integer>empty())
                .distinct()
                .toList();
        all.number(Extension.GROUPS, 2)
                .vector(2, new Octets().vector(2, Octets.numbers(groups, 2)).bytes());
        all.number(Extension.SIGNATURES, 2)
                .vector(2, new Octets().vector(2, Octets.numbers(SIGNATURES, 2)).bytes());
        // a status request of type OCSP that names neither responders nor extensions (RFC 6066, section 8)
        all.number(Extension.STATUS, 2).vector(2, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
        all.number(Extension.TIMESTAMPS, 2).vector(2);
        if (shares == null) {
            all.number(Extension.POINT_FORMATS, 2).vector(2, (byte) 1, (byte) 0);
            all.number(Extension.RENEGOTIATION, 2).vector(2, (byte) 0);
            all.number(Extension.MASTER_SECRET, 2).vector(2);
        } else {
            all.number(Extension.VERSIONS, 2).vector(2, (byte) 2, (byte) 3, (byte) 4);
            all.number(Extension.KEY_EXCHANGE_MODES, 2).vector(2, (byte) 1, (byte) 1);
            all.number(Extension.KEY_SHARE, 2).vector(2, shares.extension());
        }
        return all.bytes();
    }

    private static Octet newRandom() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return new Octet(random);
    }

    /** Numbers of IANA's register of TLS extensions. */
    static final class Extension {
        static final int SERVER_NAME = 0;
        static final int STATUS = 5;
        static final int GROUPS = 10;
        static final int POINT_FORMATS = 11;
        static final int SIGNATURES = 13;
        static final int TIMESTAMPS = 18;
        static final int MASTER_SECRET = 23;
        static final int VERSIONS = 43;
        static final int KEY_EXCHANGE_MODES = 45;
        static final int KEY_SHARE = 51;
        static final int RENEGOTIATION = 0xff01;

        private Extension() {}
    }
}
