package io.cutovergate.probe.tls;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from a server's own certificate to an authority that is trusted, over nothing but what was sent.
 *
 * @param certificates the server's own first, each signed by the next
 * @param anchor the authority that signed the last of them and is trusted, or is the last of them; empty where the way ends before
 */
public record SentPath(List<X509Certificate> certificates, Optional<X509Certificate> anchor) {

    public SentPath {
        certificates = List.copyOf(certificates);
    }

    static SentPath of(List<X509Certificate> sent, Anchors anchors) {
        return walk(List.of(sent.get(0)), sent, anchors);
    }

    /** Where it ends. */
    public X509Certificate last() {
        return certificates.get(certificates.size() - 1);
    }

    private static SentPath walk(List<X509Certificate> path, List<X509Certificate> sent, Anchors anchors) {
        X509Certificate last = path.get(path.size() - 1);
        if (anchors.has(last)) {
            return new SentPath(path, Optional.of(last));
        }
        Optional<X509Certificate> anchor = anchors.named(last.getIssuerX500Principal()).stream()
                .filter(issuer -> Certificates.isSigned(last, issuer.getPublicKey()))
                .findFirst();
        if (anchor.isPresent()) {
            return new SentPath(path, anchor);
        }
        SentPath longest = new SentPath(path, Optional.empty());
        for (X509Certificate issuer : sent) {
            if (!path.contains(issuer)
                    && Certificates.isNamed(last, issuer)
                    && Certificates.isSigned(last, issuer.getPublicKey())) {
                List<X509Certificate> further = new ArrayList<>(path);
                further.add(issuer);
                SentPath found = walk(further, sent, anchors);
                if (found.anchor().isPresent()) {
                    return found;
                }
                longest = found.certificates().size() > longest.certificates().size() ? found : longest;
            }
        }
        return longest;
    }
}
