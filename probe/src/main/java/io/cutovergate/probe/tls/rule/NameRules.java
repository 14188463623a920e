package io.cutovergate.probe.tls.rule;

import io.cutovergate.probe.tls.CertificateNames;
import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.Sighting;
import java.util.List;

/** Whether the certificate is for the host: by its subject alternative names only, never by its common name. */
public final class NameRules {

    private NameRules() {}

    public static List<Judgement> judge(Sighting sighting) {
        String host = sighting.place().host().name();
        Judgements all = new Judgements(sighting.where());
        for (ServedChain chain : sighting.chains()) {
            List<String> names = CertificateNames.of(chain.own());
            all.judge(
                    TlsRule.HAS_NAMES,
                    !names.isEmpty(),
                    "the certificate is for nobody: the common name in "
                            + chain.own().getSubjectX500Principal().getName() + " does not count");
            if (!names.isEmpty()) {
                all.judge(
                        TlsRule.HOST_NAMED,
                        CertificateNames.cover(chain.own(), host),
                        "the certificate is for " + names + ", not for " + host);
            }
        }
        return all.list();
    }
}
