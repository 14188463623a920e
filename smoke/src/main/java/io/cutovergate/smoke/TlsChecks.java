package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.SslCertificatesValid;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachTlsHost;
import io.cutovergate.harness.subject.TlsHost;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.tls.Sighting;
import io.cutovergate.probe.tls.TlsProbe;
import io.cutovergate.probe.tls.revocation.Authorities;
import io.cutovergate.probe.tls.rule.HttpsRules;
import io.cutovergate.probe.tls.rule.Judgement;
import io.cutovergate.probe.tls.rule.OfferRules;
import io.cutovergate.probe.tls.rule.ReachRules;
import io.cutovergate.probe.tls.rule.RevocationRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is offered at every address of every public name, to whoever asks for it. */
@SslCertificatesValid
@EachTlsHost
record TlsChecks(
        TlsHost host, TlsProbe tls, HttpProbe http, Authorities authorities, Migration migration, Evidence evidence) {

    @Check("every address speaks TLS, soon, with the certificate's key and without asking for one of ours")
    void everyAddressSpeaksTls() {
        List<Sighting> all = tls.at(host);
        List<Judgement> found = new ArrayList<>(ReachRules.judgeSame(all));
        for (Sighting one : all) {
            found.addAll(ReachRules.judge(one, host.rules().maxHandshake()));
            if (ReachRules.asksForCertificate(one)) {
                boolean configured = host.rules().clientCertificate() != null || isShown();
                Optional<String> refusal = https().refusal(one.place());
                found.addAll(ReachRules.judgeDemand(one, configured, refusal.isEmpty(), refusal.orElse("")));
            }
        }
        record(found);
    }

    /** Whether an account shows a certificate there. */
    private boolean isShown() {
        Auth auth = migration.application().auth();
        return auth != null
                && auth.accounts().values().stream()
                        .filter(account -> account.certificate() != null)
                        .map(account -> migration.service(migration.serviceOf(account)))
                        .anyMatch(service -> migration
                                .host(service.host(), host.vantage().side())
                                .equals(host.host()));
    }

    @Check("only TLS 1.2 and 1.3 are offered, with fresh keys and authenticated encryption")
    void offersOnlyModernTls() {
        record(speaking().stream()
                .flatMap(one -> OfferRules.judge(one).stream())
                .toList());
    }

    @Check("no certificate of the path is revoked, and what the certificate promises is stapled")
    void isNotRevoked() {
        RevocationRules rules = new RevocationRules(authorities, host.rules().revocation());
        record(speaking().stream().flatMap(one -> rules.judge(one).stream()).toList());
    }

    @Check("HTTP leads to HTTPS and never back, and the host promises that it stays so")
    void leadsToHttps() {
        record(speaking().stream()
                .flatMap(one -> https().judge(one.place()).stream())
                .toList());
    }

    /** Everywhere: who speaks no TLS at one address is not judged by the others. */
    private List<Sighting> speaking() {
        List<Sighting> all = tls.at(host);
        all.stream().filter(one -> !one.offers().isTls()).findFirst().ifPresent(one -> {
            throw new Unexamined("no TLS is spoken at " + one.where() + " for " + host + ": "
                    + one.offers().table());
        });
        return all;
    }

    private HttpsRules https() {
        PublicNames names = migration.environment().publicNames();
        return new HttpsRules(http, names.httpPort(), host.rules().minHsts());
    }

    private void record(List<Judgement> judgements) {
        new RuleEvidence(host, evidence).record(judgements);
    }
}
