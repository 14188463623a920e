package io.cutovergate.probe.tls.rule;

import static io.cutovergate.probe.tls.rule.TlsRule.NOT_REVOKED;
import static io.cutovergate.probe.tls.rule.TlsRule.REVOCABLE;
import static io.cutovergate.probe.tls.rule.TlsRule.REVOCATION_ANSWERED;
import static io.cutovergate.probe.tls.rule.TlsRule.STAPLED_AS_PROMISED;
import static io.cutovergate.probe.tls.rule.TlsRule.STAPLE_SOUND;

import io.cutovergate.harness.config.PublicNames.Revocation;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.tls.Certificates;
import io.cutovergate.probe.tls.SentPath;
import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.Sighting;
import io.cutovergate.probe.tls.revocation.Authorities;
import io.cutovergate.probe.tls.revocation.Ocsp;
import io.cutovergate.probe.tls.revocation.Pointers;
import io.cutovergate.probe.tls.revocation.Standing;
import io.cutovergate.probe.tls.revocation.Standing.State;
import io.cutovergate.probe.tls.wire.Flight;
import io.cutovergate.probe.tls.wire.Version;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a certificate of the path was taken back, as far as anybody can be asked. */
public final class RevocationRules {

    /** So short-lived a certificate need not be revocable (BR 1.6.1, since 2026-03-15). */
    private static final Duration SHORT_LIVED = Duration.ofDays(7);

    private final Authorities authorities;
    private final Revocation mode;

    /** @param mode what follows when nobody answers ({@code public.tls.revocation}) */
    public RevocationRules(Authorities authorities, Revocation mode) {
        this.authorities = authorities;
        this.mode = mode;
    }

    /** {@link Unexamined} where an answer is required and none comes. */
    public List<Judgement> judge(Sighting sighting) {
        Judgements all = new Judgements(sighting.where());
        for (ServedChain chain : sighting.chains()) {
            SentPath path = chain.path();
            List<Flight> flights = sighting.flights().stream()
                    .filter(flight -> flight.certificates().equals(chain.der()))
                    .toList();
            promise(all, chain, flights);
            List<X509Certificate> certificates = path.certificates();
            for (int i = 0; i < certificates.size(); i++) {
                X509Certificate certificate = certificates.get(i);
                Optional<X509Certificate> issuer =
                        i + 1 < certificates.size() ? Optional.of(certificates.get(i + 1)) : path.anchor();
                if (issuer.isPresent() && !issuer.get().equals(certificate)) {
                    one(all, chain, certificate, issuer.get(), i == 0 ? flights : List.of());
                }
            }
        }
        return all.list();
    }

    private static void promise(Judgements all, ServedChain chain, List<Flight> flights) {
        boolean promised = Pointers.of(chain.own()).promisesStaple();
        all.judge(
                STAPLED_AS_PROMISED,
                flights.stream()
                        .filter(flight -> promised && flight.version().compareTo(Version.TLS_1_2) >= 0)
                        .filter(flight -> flight.staple().isEmpty())
                        .map(flight -> "with " + flight.version() + " no answer is stapled, though "
                                + Certificates.subject(chain.own()) + " promises it")
                        .distinct()
                        .toList());
    }

    private void one(
            Judgements all,
            ServedChain chain,
            X509Certificate certificate,
            X509Certificate issuer,
            List<Flight> flights) {
        String who = Certificates.subject(certificate);
        List<Standing> said = new ArrayList<>();
        flights.stream()
                .flatMap(flight -> flight.staple().stream())
                .distinct()
                .map(staple -> Ocsp.read(staple.bytes(), certificate, issuer, "the server's staple", chain.seen()))
                .forEach(standing -> {
                    said.add(standing);
                    boolean sound = standing.state() != State.UNSOUND && standing.state() != State.UNANSWERED;
                    all.judge(STAPLE_SOUND, sound, who + ": " + standing.detail());
                });
        boolean isFree = Pointers.of(certificate).isEmpty();
        boolean mustBe = chain.isPublic()
                && certificate.equals(chain.own())
                && ValidityRules.lifetime(certificate).compareTo(SHORT_LIVED) > 0;
        all.judge(REVOCABLE, !isFree || !mustBe, who + " names neither a responder nor a list that could be asked");
        if (said.stream().noneMatch(Standing::isKnown) && mode != Revocation.OFF) {
            said.addAll(authorities.ask(certificate, issuer, chain.seen()));
        }
        said.stream()
                .filter(Standing::isKnown)
                .forEach(standing -> all.judge(NOT_REVOKED, standing.state() == State.GOOD, who + " by " + standing));
        if (!isFree && mode != Revocation.OFF) {
            answered(all, who, said);
        }
    }

    private void answered(Judgements all, String who, List<Standing> said) {
        boolean known = said.stream().anyMatch(Standing::isKnown);
        String why = "nobody says whether " + who + " is revoked: " + said;
        if (!known && mode == Revocation.REQUIRE) {
            throw new Unexamined(why + " (public.tls.revocation: require)");
        }
        all.judge(REVOCATION_ANSWERED, known, why);
    }
}
