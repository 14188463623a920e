package io.cutovergate.probe.tls.lab;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.dns.Names;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.testing.TestFiles;
import io.cutovergate.probe.testing.TestScope;
import io.cutovergate.probe.tls.Examination;
import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.Sighting;
import io.cutovergate.probe.tls.revocation.Authorities;
import io.cutovergate.probe.tls.revocation.Fetcher;
import io.cutovergate.probe.tls.rule.ChainRules;
import io.cutovergate.probe.tls.rule.HttpsRules;
import io.cutovergate.probe.tls.rule.Judgement;
import io.cutovergate.probe.tls.rule.NameRules;
import io.cutovergate.probe.tls.rule.OfferRules;
import io.cutovergate.probe.tls.rule.ReachRules;
import io.cutovergate.probe.tls.rule.RevocationRules;
import io.cutovergate.probe.tls.rule.SoundRules;
import io.cutovergate.probe.tls.rule.ValidityRules;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Applies every rule to a host of the laboratory, as the checks do. */
final class Inspector {

    private static final Vantage TARGET = new Vantage(Side.TARGET, Route.PUBLIC_NAME);
    private static final Duration LONGEST_HANDSHAKE = Duration.ofMillis(1500);
    private static final Duration HALF_A_YEAR = Duration.ofDays(180);
    private static final long MIN_DAYS = 21;

    private final Lab lab;
    private final HttpProbe http;
    private final HttpProbe httpWithCertificate;
    private final Authorities authorities = new Authorities(new Fetcher(new Names(List.of(), Duration.ofSeconds(1))));

    Inspector(Lab lab, Path folder) throws IOException, GeneralSecurityException {
        this.lab = lab;
        Stores.write(folder.resolve("ca.pem"), lab.trusted());
        Issued visitor = Minting.server("visitor", lab.keys.ec())
                .purpose(org.bouncycastle.asn1.x509.KeyPurposeId.id_kp_clientAuth)
                .by(lab.visitors);
        Stores.write(folder.resolve("visitor.pem"), visitor.certificate());
        java.nio.file.Files.writeString(
                folder.resolve("visitor.key"),
                Stores.pem("PRIVATE KEY", visitor.keys().getPrivate().getEncoded()));
        this.http = probe(folder, "");
        this.httpWithCertificate =
                probe(folder, ", client-certificate: { certificate: visitor.pem, key: \"${file:visitor.key}\" }");
    }

    /** The ids of all rules that it breaks, with what is said of them. */
    Map<String, String> broken(LabCase one) throws IOException {
        Map<String, String> broken = new TreeMap<>();
        List<Sighting> sightings = new ArrayList<>();
        try {
            for (int port : one.ports()) {
                Place place =
                        new Place(new Host(one.host(), port), TARGET, List.of(InetAddress.getLoopbackAddress()), port);
                sightings.add(new Examination(place, lab.anchors()).run());
            }
            add(broken, ReachRules.judgeSame(sightings));
            for (Sighting sighting : sightings) {
                judge(broken, one, sighting);
            }
        } catch (Unexamined e) {
            broken.put("unexamined", String.valueOf(e.getMessage()));
        }
        return broken;
    }

    private void judge(Map<String, String> broken, LabCase one, Sighting sighting) {
        add(broken, ReachRules.judge(sighting, LONGEST_HANDSHAKE));
        add(broken, ChainRules.judge(sighting));
        add(broken, NameRules.judge(sighting));
        add(broken, ValidityRules.judge(sighting));
        add(broken, SoundRules.judge(sighting));
        add(broken, OfferRules.judge(sighting));
        add(broken, new RevocationRules(authorities, one.options().revocation()).judge(sighting));
        for (ServedChain chain : sighting.chains()) {
            if (!chain.hasBegun()) {
                broken.put("validity-begun", chain.ending());
            }
            if (chain.daysLeft() < MIN_DAYS) {
                broken.put("days-left", chain.ending());
            }
        }
        https(broken, one, sighting);
    }

    private void https(Map<String, String> broken, LabCase one, Sighting sighting) {
        if (!sighting.offers().isTls()) {
            return;
        }
        boolean shows = one.options().showsCertificate();
        HttpsRules rules = new HttpsRules(shows ? httpWithCertificate : http, one.httpPort(), HALF_A_YEAR);
        if (ReachRules.asksForCertificate(sighting)) {
            Optional<String> refusal = rules.refusal(sighting.place());
            add(broken, ReachRules.judgeDemand(sighting, shows, refusal.isEmpty(), refusal.orElse("")));
            if (refusal.isPresent()) {
                return;
            }
        }
        try {
            add(broken, rules.judge(sighting.place()));
        } catch (Unexamined e) {
            // Who is not trusted is not asked; something else must be wrong then.
            if (broken.isEmpty()) {
                broken.put("unexamined", String.valueOf(e.getMessage()));
            }
        }
    }

    private static void add(Map<String, String> broken, List<Judgement> judgements) {
        judgements.stream()
                .filter(judgement -> !judgement.holds())
                .forEach(judgement -> broken.put(judgement.rule().id(), judgement.toString()));
    }

    private static HttpProbe probe(Path folder, String more) {
        return new HttpProbe.FromScope()
                .provide(
                        TestScope.at(TARGET, TestFiles.migration(folder, "services: {}", """
                                public:
                                  hosts: { www: www.lab.test }
                                  tls: { ca: [ca.pem]%s }
                                target: { name: here }
                                """.formatted(more)), folder));
    }
}
