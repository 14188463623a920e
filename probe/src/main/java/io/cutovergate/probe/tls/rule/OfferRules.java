package io.cutovergate.probe.tls.rule;

import io.cutovergate.probe.tls.Sighting;
import io.cutovergate.probe.tls.wire.Family;
import io.cutovergate.probe.tls.wire.Flight;
import io.cutovergate.probe.tls.wire.KeyExchange;
import io.cutovergate.probe.tls.wire.Offers;
import io.cutovergate.probe.tls.wire.SignatureScheme;
import io.cutovergate.probe.tls.wire.Version;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Whether only what is safe today is offered, to whoever asks for less. */
public final class OfferRules {

    private static final int DH = 2048;
    private static final int EC = 224;

    private static final Map<Family, TlsRule> FORBIDDEN = new EnumMap<>(Map.of(
            Family.NULL, TlsRule.NO_NULL,
            Family.ANONYMOUS, TlsRule.NO_ANONYMOUS,
            Family.EXPORT, TlsRule.NO_EXPORT,
            Family.RC4, TlsRule.NO_RC4,
            Family.DES, TlsRule.NO_DES,
            Family.TRIPLE_DES, TlsRule.NO_TRIPLE_DES));

    private OfferRules() {}

    public static List<Judgement> judge(Sighting sighting) {
        Judgements all = new Judgements(sighting.where());
        Offers offers = sighting.offers();
        if (!offers.isTls()) {
            return List.of();
        }
        versions(all, offers);
        FORBIDDEN.forEach((family, rule) -> all.judge(
                rule,
                offers
                        .family(family)
                        .map(flight -> family + " is accepted: " + flight.suite() + " with " + flight.version())
                        .stream()
                        .toList()));
        if (offers.version(Version.TLS_1_2).isPresent()) {
            secrecy(all, offers);
        }
        for (Flight flight : sighting.flights()) {
            flight(all, flight);
        }
        return all.list();
    }

    private static void versions(Judgements all, Offers offers) {
        all.judge(
                TlsRule.NO_OLD_VERSION,
                Arrays.stream(Version.values())
                        .filter(Version::isOld)
                        .filter(version -> offers.version(version).isPresent())
                        .map(version -> version + " is accepted")
                        .toList());
        all.judge(TlsRule.TLS_1_2_OFFERED, offers.version(Version.TLS_1_2).isPresent(), "TLS 1.2 is not offered");
        all.judge(TlsRule.TLS_1_3_OFFERED, offers.version(Version.TLS_1_3).isPresent(), "TLS 1.3 is not offered");
    }

    private static void secrecy(Judgements all, Offers offers) {
        boolean modern = offers.family(Family.MODERN).isPresent();
        boolean fresh = modern || offers.family(Family.CBC).isPresent();
        all.judge(
                TlsRule.FORWARD_SECRET,
                fresh,
                "with TLS 1.2 no suite with a fresh key exchange is accepted: who gets the certificate's key later reads"
                        + " everything");
        // Without forward secrecy the other rule says it already.
        all.judge(
                TlsRule.NO_STATIC_RSA,
                !fresh || offers.family(Family.STATIC_RSA).isEmpty(),
                "static RSA is accepted beside what is better");
        boolean sealed = modern
                || offers.family(Family.STATIC_RSA)
                        .filter(flight -> !flight.suite().name().contains("_CBC_"))
                        .isPresent();
        all.judge(TlsRule.AUTHENTICATED, sealed, "with TLS 1.2 only suites in CBC mode are accepted");
    }

    private static void flight(Judgements all, Flight flight) {
        all.judge(TlsRule.NO_COMPRESSION, !flight.compressed(), "compression is accepted with " + flight.version());
        if (flight.version() == Version.TLS_1_2) {
            all.judge(
                    TlsRule.RENEGOTIATION_SECURE,
                    flight.renegotiationInfo(),
                    "the server does not say that it renegotiates securely");
        }
        flight.exchange().ifPresent(exchange -> exchange(all, flight, exchange));
    }

    private static void exchange(Judgements all, Flight flight, KeyExchange exchange) {
        int least = exchange.group().equals("DH") ? DH : EC;
        all.judge(
                TlsRule.EXCHANGE_STRONG,
                exchange.bits() == 0
                        || exchange.bits() >= least
                        || flight.suite().family() == Family.EXPORT,
                flight.suite() + " exchanges keys with " + exchange.group() + " of " + exchange.bits()
                        + " bits, where at least " + least + " are wanted");
        all.judge(
                TlsRule.HANDSHAKE_HASH_SOUND,
                exchange.scheme().filter(SignatureScheme::isBroken).stream()
                        .map(scheme -> "it signs handshakes with " + scheme + " though better is proposed")
                        .toList());
    }
}
