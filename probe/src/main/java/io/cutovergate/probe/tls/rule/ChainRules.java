package io.cutovergate.probe.tls.rule;

import static io.cutovergate.probe.tls.rule.TlsRule.CHAIN_COMPLETE;
import static io.cutovergate.probe.tls.rule.TlsRule.CHAIN_IN_ORDER;
import static io.cutovergate.probe.tls.rule.TlsRule.CHAIN_TRUSTED;
import static io.cutovergate.probe.tls.rule.TlsRule.CHAIN_WITHOUT_STRANGERS;
import static io.cutovergate.probe.tls.rule.TlsRule.READABLE;
import static io.cutovergate.probe.tls.rule.TlsRule.SIGNATURES_VALID;

import io.cutovergate.probe.tls.Certificates;
import io.cutovergate.probe.tls.SentPath;
import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.Sighting;
import java.security.cert.X509Certificate;
import java.util.List;

/** Whether what was sent leads to an authority that is trusted, with nothing fetched or remembered. */
public final class ChainRules {

    private ChainRules() {}

    public static List<Judgement> judge(Sighting sighting) {
        Judgements all = new Judgements(sighting.where());
        all.judge(READABLE, sighting.unreadable());
        for (ServedChain chain : sighting.chains()) {
            SentPath path = chain.path();
            end(all, chain, path);
            order(all, chain, path);
            path.anchor().ifPresent(anchor -> PkixRules.judge(all, path, anchor));
        }
        return all.list();
    }

    private static void end(Judgements all, ServedChain chain, SentPath path) {
        all.held(CHAIN_COMPLETE, CHAIN_TRUSTED, SIGNATURES_VALID);
        if (path.anchor().isPresent()) {
            return;
        }
        X509Certificate last = path.last();
        String issuer = last.getIssuerX500Principal().getName();
        if (Certificates.isSelfSigned(last)) {
            all.broken(CHAIN_TRUSTED, "it ends at " + issuer + ", which nobody here trusts; " + sent(chain));
        } else if (isNamedIssuerKnown(chain, last)) {
            all.broken(
                    SIGNATURES_VALID,
                    Certificates.subject(last) + " is not signed by the key of " + issuer
                            + ", whom it names as its issuer; " + sent(chain));
        } else {
            all.broken(
                    CHAIN_COMPLETE,
                    Certificates.subject(last) + " is issued by " + issuer
                            + ", whose certificate is neither sent nor trusted: either one between is missing, or it is an"
                            + " authority that nobody here knows; " + sent(chain));
        }
    }

    private static boolean isNamedIssuerKnown(ServedChain chain, X509Certificate last) {
        return chain.sent().stream()
                        .anyMatch(sent -> sent.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                || chain.anchors().isKnown(last.getIssuerX500Principal());
    }

    /** Each directly certifies the one before (RFC 5246, section 7.4.2); TLS 1.3 only forgives what clients may not. */
    private static void order(Judgements all, ServedChain chain, SentPath path) {
        List<X509Certificate> sent = chain.sent();
        List<X509Certificate> wanted = path.certificates();
        boolean ordered =
                wanted.size() <= sent.size() && sent.subList(0, wanted.size()).equals(wanted);
        all.judge(CHAIN_IN_ORDER, ordered, sent(chain) + "; the path is " + names(wanted));
        all.judge(
                CHAIN_WITHOUT_STRANGERS,
                sent.stream()
                        .filter(one -> !wanted.contains(one))
                        .filter(one -> wanted.stream().noneMatch(member -> member.getIssuerX500Principal()
                                .equals(one.getSubjectX500Principal())))
                        .map(one -> Certificates.subject(one) + " has nothing to do with the server's certificate")
                        .toList());
    }

    private static String sent(ServedChain chain) {
        return chain.where() + " sent " + chain.sent().size()
                + (chain.sent().size() == 1 ? " certificate: " : " certificates: ") + names(chain.sent());
    }

    private static String names(List<X509Certificate> chain) {
        return String.join(" < ", chain.stream().map(Certificates::subject).toList());
    }
}
