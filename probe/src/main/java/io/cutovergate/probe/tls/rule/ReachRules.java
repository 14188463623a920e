package io.cutovergate.probe.tls.rule;

import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.tls.Sighting;
import io.cutovergate.probe.tls.wire.Answer;
import io.cutovergate.probe.tls.wire.Flight;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Whether TLS is spoken at every address, by whoever owns the certificate, and soon. */
public final class ReachRules {

    private ReachRules() {}

    public static List<Judgement> judge(Sighting sighting, Duration longest) {
        Judgements all = new Judgements(sighting.where());
        all.judge(TlsRule.TLS_SPOKEN, sighting.offers().isTls(), refusal(sighting));
        if (!sighting.offers().isTls()) {
            return all.list();
        }
        all.judge(
                TlsRule.HANDSHAKE_IN_TIME,
                sighting.handshake().compareTo(longest) <= 0,
                "the server's first flight took " + sighting.handshake().toMillis()
                        + " ms from connecting, where at most " + Units.print(longest) + " are allowed");
        for (Flight flight : sighting.flights()) {
            flight.exchange()
                    .flatMap(exchange -> exchange.signature())
                    .ifPresent(signed -> all.judge(
                            TlsRule.KEY_POSSESSED,
                            signed,
                            "with " + flight.version()
                                    + " the handshake's signature is not that of the certificate's key"));
        }
        return all.list();
    }

    /** Whether the server asks for a certificate of ours. */
    public static boolean asksForCertificate(Sighting sighting) {
        return sighting.flights().stream().anyMatch(Flight::asksForCertificate);
    }

    /**
     * What follows from being asked for a certificate.
     *
     * @param answered whether the server serves us nevertheless
     */
    public static List<Judgement> judgeDemand(Sighting sighting, boolean configured, boolean answered, String how) {
        Judgements all = new Judgements(sighting.where());
        all.judge(
                TlsRule.NO_CLIENT_CERTIFICATE,
                answered,
                configured
                        ? "the server refuses the certificate that we have: " + how
                        : "the server demands a certificate of its visitors, and none is configured: " + how);
        all.judge(
                TlsRule.CLIENT_CERTIFICATE_UNASKED,
                !answered || configured,
                "the server asks visitors for a certificate, and serves them without: browsers show a dialogue");
        return all.list();
    }

    /** One certificate everywhere, by the server's own of each address. */
    public static List<Judgement> judgeSame(List<Sighting> sightings) {
        Judgements all = new Judgements(
                String.join(", ", sightings.stream().map(Sighting::where).toList()));
        long kinds = sightings.stream()
                .map(sighting ->
                        sighting.chains().stream().map(chain -> chain.own()).collect(Collectors.toSet()))
                .distinct()
                .count();
        all.judge(TlsRule.SAME_EVERYWHERE, kinds <= 1, "the addresses show " + kinds + " different certificates");
        return all.list();
    }

    private static String refusal(Sighting sighting) {
        List<Answer> answers = sighting.offers().answers().toList();
        return answers.stream()
                .filter(Answer.Foreign.class::isInstance)
                .findFirst()
                .map(Answer::toString)
                .orElseGet(
                        () -> "every handshake is refused: " + sighting.offers().table());
    }
}
