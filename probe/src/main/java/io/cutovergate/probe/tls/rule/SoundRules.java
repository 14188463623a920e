package io.cutovergate.probe.tls.rule;

import static io.cutovergate.probe.tls.rule.TlsRule.EXTENSIONS_KNOWN;
import static io.cutovergate.probe.tls.rule.TlsRule.HASHES_SOUND;
import static io.cutovergate.probe.tls.rule.TlsRule.ISSUER_IS_AUTHORITY;
import static io.cutovergate.probe.tls.rule.TlsRule.ISSUER_KEY_USAGE;
import static io.cutovergate.probe.tls.rule.TlsRule.ISSUER_PURPOSE;
import static io.cutovergate.probe.tls.rule.TlsRule.KEYS_LARGE;
import static io.cutovergate.probe.tls.rule.TlsRule.LEAF_KEY_USAGE;
import static io.cutovergate.probe.tls.rule.TlsRule.LEAF_NO_AUTHORITY;
import static io.cutovergate.probe.tls.rule.TlsRule.LEAF_PURPOSE;

import io.cutovergate.probe.tls.Certificates;
import io.cutovergate.probe.tls.ServedChain;
import io.cutovergate.probe.tls.Sighting;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether each certificate is one that its holder may use so. */
public final class SoundRules {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    /** Extensions that RFC 5280 defines and clients act on, and the TLS feature of RFC 7633. */
    private static final Set<String> KNOWN = Set.of(
            "2.5.29.15",
            "2.5.29.17",
            "2.5.29.18",
            "2.5.29.19",
            "2.5.29.30",
            "2.5.29.32",
            "2.5.29.33",
            "2.5.29.36",
            "2.5.29.37",
            "2.5.29.54",
            "1.3.6.1.5.5.7.1.24");

    private SoundRules() {}

    public static List<Judgement> judge(Sighting sighting) {
        Judgements all = new Judgements(sighting.where());
        for (ServedChain chain : sighting.chains()) {
            leaf(all, chain.own());
            List<X509Certificate> path = chain.path().certificates();
            path.subList(1, path.size()).forEach(issuer -> issuer(all, issuer));
            for (X509Certificate certificate : chain.sent()) {
                each(all, certificate);
            }
            if (chain.isPublic()) {
                LogRules.judge(all, chain, sighting.flights());
            }
        }
        return all.list();
    }

    private static void leaf(Judgements all, X509Certificate leaf) {
        String who = Certificates.subject(leaf);
        all.judge(LEAF_NO_AUTHORITY, !Certificates.isAuthority(leaf), who + " may sign certificates itself (CA:TRUE)");
        boolean[] usage = leaf.getKeyUsage();
        all.judge(
                LEAF_KEY_USAGE,
                usage == null
                        || (usage[DIGITAL_SIGNATURE] && (!usage[KEY_CERT_SIGN] || Certificates.isAuthority(leaf))),
                who + " may be used for " + KeyUsages.print(usage)
                        + ": digitalSignature is needed, and keyCertSign is for authorities");
        all.judge(
                LEAF_PURPOSE,
                isForServers(leaf),
                who + " is for " + purposes(leaf).orElse(List.of()) + ", not for servers (" + SERVER_AUTH + ")");
    }

    private static void issuer(Judgements all, X509Certificate issuer) {
        String who = Certificates.subject(issuer);
        all.judge(
                ISSUER_IS_AUTHORITY,
                Certificates.isAuthority(issuer),
                who + " has issued, but is no authority (CA:FALSE)");
        boolean[] usage = issuer.getKeyUsage();
        all.judge(
                ISSUER_KEY_USAGE,
                usage == null || usage[KEY_CERT_SIGN],
                who + " has issued, but may be used for " + KeyUsages.print(usage) + " only, without keyCertSign");
        all.judge(
                ISSUER_PURPOSE,
                isForServers(issuer),
                who + " is for " + purposes(issuer).orElse(List.of()) + ", not for certificates of servers");
    }

    private static void each(Judgements all, X509Certificate certificate) {
        String who = Certificates.subject(certificate);
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        all.judge(
                EXTENSIONS_KNOWN,
                (critical == null ? Stream.<String>empty() : critical.stream())
                        .filter(oid -> !KNOWN.contains(oid))
                        .map(oid -> who + " has the critical extension " + oid + ", which no client knows")
                        .toList());
        all.judge(
                KEYS_LARGE,
                KeySize.tooSmall(certificate.getPublicKey()).map(size -> who + " has " + size).stream()
                        .toList());
        Optional<String> broken = SignatureHash.broken(certificate);
        // The signature of a root over itself protects nothing.
        all.judge(
                HASHES_SOUND,
                broken.isEmpty() || (Certificates.isSelfIssued(certificate) && Certificates.isAuthority(certificate)),
                who + " is signed with " + broken.orElse("?"));
    }

    private static boolean isForServers(X509Certificate certificate) {
        return purposes(certificate)
                .map(purposes -> purposes.contains(SERVER_AUTH) || purposes.contains(ANY_PURPOSE))
                .orElse(true);
    }

    private static Optional<List<String>> purposes(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getExtendedKeyUsage());
        } catch (CertificateParsingException e) {
            // What cannot be read permits nothing.
            return Optional.of(List.of());
        }
    }
}
