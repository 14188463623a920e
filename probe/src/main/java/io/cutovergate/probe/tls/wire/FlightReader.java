package io.cutovergate.probe.tls.wire;

import io.cutovergate.probe.tls.wire.Hello.Extension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a server's first flight together from its handshake messages. */
final class FlightReader {

    /** The random of a ServerHello that is a HelloRetryRequest (RFC 8446, section 4.1.3). */
    private static final String RETRY = "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";

    private final Hello hello;
    private final Octets transcript = new Octets();
    private final List<Octet> certificates = new ArrayList<>();
    private Version version = Version.TLS_1_2;
    private Suite suite = Suite.OF_TLS_1_3.get(0);
    private byte[] random = {};
    private boolean begun;
    private boolean ended;
    private boolean compressed;
    private boolean renegotiationInfo;
    private boolean asksForCertificate;
    private int retryGroup = -1;
    private int group;
    private byte @Nullable [] share;
    private @Nullable Octet staple;
    private @Nullable Octet timestamps;
    private @Nullable KeyExchange exchange;

    FlightReader(Hello hello, byte[] sent) {
        this.hello = hello;
        transcript.raw(sent);
    }

    /** Takes the next message in, with its header. */
    void take(byte[] message) throws Malformed {
        byte[] body = Arrays.copyOfRange(message, 4, message.length);
        OctetReader in = new OctetReader(body);
        switch (message[0]) {
            case 2 -> serverHello(in);
            case 8 -> in.inner(2); // EncryptedExtensions: nothing that we asked for
            case 11 -> certificate(in);
            case 12 ->
                exchange = KeyExchangeReader.read(
                        suite, version, body, hello.random().bytes(), random, certificates);
            case 13 -> asksForCertificate = true;
            case 14 -> ended = true;
            case 15 -> exchange = KeyExchangeReader.verify(group, in, transcript.bytes(), suite, certificates);
            case 20 -> ended = true;
            case 22 -> status(in);
            default -> throw new Malformed("a handshake message of type " + message[0] + " in a server's first flight");
        }
        transcript.raw(message);
    }

    boolean hasBegun() {
        return begun;
    }

    boolean hasEnded() {
        return ended;
    }

    /** The group that a server of TLS 1.3 wants instead of those that were proposed; negative where it is content. */
    int retryGroup() {
        return retryGroup;
    }

    /** The keys of what follows, once the server has picked TLS 1.3. */
    @Nullable
    HandshakeKeys keys() throws Malformed {
        KeyShares own = hello.shares();
        byte[] theirs = share;
        return own == null || theirs == null
                ? null
                : new HandshakeKeys(suite, own.agree(group, theirs), transcript.bytes());
    }

    Flight flight(Duration took) {
        return new Flight(
                version,
                suite,
                compressed,
                renegotiationInfo || version == Version.TLS_1_3,
                certificates,
                Optional.ofNullable(staple),
                Optional.ofNullable(timestamps),
                asksForCertificate,
                Optional.ofNullable(exchange),
                took);
    }

    private void serverHello(OctetReader in) throws Malformed {
        version = Version.of(in.number(2));
        random = in.raw(32);
        in.vector(1);
        suite = Suite.of(in.number(2));
        compressed = in.number(1) != 0;
        begun = true;
        boolean retry = HexFormat.of().formatHex(random).equals(RETRY);
        OctetReader extensions = in.isAtEnd() ? in : in.inner(2);
        while (!extensions.isAtEnd()) {
            int type = extensions.number(2);
            OctetReader content = extensions.inner(2);
            switch (type) {
                case Extension.VERSIONS -> version = Version.of(content.number(2));
                case Extension.RENEGOTIATION -> renegotiationInfo = true;
                case Extension.TIMESTAMPS -> timestamps = new Octet(content.vector(2));
                case Extension.KEY_SHARE -> {
                    int wanted = content.number(2);
                    if (retry) {
                        retryGroup = wanted;
                    } else {
                        group = wanted;
                        share = content.vector(2);
                    }
                }
                default -> {
                    // nothing that a rule speaks of
                }
            }
        }
    }

    private void certificate(OctetReader in) throws Malformed {
        boolean modern = version == Version.TLS_1_3;
        if (modern) {
            in.vector(1);
        }
        OctetReader list = in.inner(3);
        while (!list.isAtEnd()) {
            boolean own = certificates.isEmpty();
            certificates.add(new Octet(list.vector(3)));
            if (modern) {
                entry(list.inner(2), own);
            }
        }
    }

    /** What TLS 1.3 sends with each certificate; only that of the server's own is of interest. */
    private void entry(OctetReader extensions, boolean own) throws Malformed {
        while (!extensions.isAtEnd()) {
            int type = extensions.number(2);
            OctetReader content = extensions.inner(2);
            if (own && type == Extension.STATUS) {
                status(content);
            } else if (own && type == Extension.TIMESTAMPS) {
                timestamps = new Octet(content.vector(2));
            }
        }
    }

    private void status(OctetReader in) throws Malformed {
        if (in.number(1) == 1) {
            staple = new Octet(in.vector(3));
        }
    }
}
