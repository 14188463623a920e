package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.SslCertificatesValid;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachTlsHost;
import io.cutovergate.harness.subject.TlsHost;
import io.cutovergate.probe.tls.ChainTrust;
import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.TlsProbe;

/** Certificates of every public name, as a browser would judge them and three weeks before it would complain. */
@SslCertificatesValid
@EachTlsHost
record CertificateChecks(TlsHost host, TlsProbe tls, Evidence evidence) {

    @Check("the certificates as sent lead to a trusted authority, with nothing missing between")
    void chainIsTrusted() {
        ChainTrust trust = tls.at(host).trust();
        evidence.measure("chain trusted", host, trust.isTrusted())
                .detail(trust.detail())
                .is(true, "the system's authorities and public.tls.ca");
    }

    @Check("the certificate names the host")
    void namesTheHost() {
        ServedChain chain = tls.at(host);
        evidence.measure("host named", host, chain.names(host.host().name()))
                .detail("the certificate is for " + (chain.names().isEmpty() ? "nobody" : chain.names()))
                .is(true, "RFC 9525, section 6");
    }

    @Check("the certificate is valid now and stays so for at least the configured number of days")
    void staysValid() {
        ServedChain chain = tls.at(host);
        evidence.measure("validity begun", host, chain.hasBegun()).is(true, "RFC 5280, section 4.1.2.5");
        evidence.measure("days left", host, chain.daysLeft())
                .detail(chain.ending())
                .atLeast((long) host.rules().minDaysLeft(), "public.tls.min-days-left");
    }
}
