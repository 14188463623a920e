package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.SslCertificatesValid;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachTlsHost;
import io.cutovergate.harness.subject.TlsHost;
import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.Sighting;
import io.cutovergate.probe.tls.TlsProbe;
import io.cutovergate.probe.tls.rule.ChainRules;
import io.cutovergate.probe.tls.rule.Judgement;
import io.cutovergate.probe.tls.rule.NameRules;
import io.cutovergate.probe.tls.rule.SoundRules;
import io.cutovergate.probe.tls.rule.ValidityRules;
import java.util.List;
import java.util.function.Function;

/** Certificates of every public name at every address, as the strictest of its visitors would judge them. */
@SslCertificatesValid
@EachTlsHost
record CertificateChecks(TlsHost host, TlsProbe tls, Evidence evidence) {

    @Check("the certificates as sent lead to a trusted authority, in order and with nothing missing between")
    void chainIsTrusted() {
        judge(ChainRules::judge);
    }

    @Check("the certificate names the host")
    void namesTheHost() {
        judge(NameRules::judge);
    }

    @Check("the certificate is valid now and stays so for at least the configured number of days")
    void staysValid() {
        for (Sighting sighting : seen()) {
            for (ServedChain chain : sighting.chains()) {
                evidence.measure("validity begun", host, chain.hasBegun())
                        .detail(chain.where())
                        .is(true, "RFC 5280, section 4.1.2.5");
                evidence.measure("days left", host, chain.daysLeft())
                        .detail(chain.ending() + ", sent by " + chain.where())
                        .atLeast((long) host.rules().minDaysLeft(), "public.tls.min-days-left");
            }
        }
        judge(ValidityRules::judge);
    }

    @Check("every certificate is one that its holder may use so: keys, signatures, usages, extensions, logs")
    void certificateIsSound() {
        judge(SoundRules::judge);
    }

    private void judge(Function<Sighting, List<Judgement>> rules) {
        new RuleEvidence(host, evidence)
                .record(seen().stream()
                        .flatMap(one -> rules.apply(one).stream())
                        .toList());
    }

    /** Everywhere with certificates: an address without any has nothing to be judged here. */
    private List<Sighting> seen() {
        List<Sighting> all = tls.at(host);
        all.stream()
                .filter(one -> one.chains().isEmpty() && one.unreadable().isEmpty())
                .findFirst()
                .ifPresent(one -> {
                    throw new Unexamined("no certificate is seen at " + one.where() + " for " + host + ": "
                            + one.offers().table());
                });
        return all;
    }
}
