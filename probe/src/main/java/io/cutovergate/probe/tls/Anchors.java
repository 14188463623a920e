package io.cutovergate.probe.tls;

import io.cutovergate.probe.tls.wire.Octet;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;

/** The authorities that are trusted, and which of them the public does. */
public final class Anchors {

    private final Map<X500Principal, List<X509Certificate>> bySubject;
    private final Set<Octet> own;

    /**
     * @param system those of this JVM
     * @param own those of {@code public.tls.ca}; whoever stands here is private, even if this machine's administrator trusts it
     */
    public Anchors(Collection<X509Certificate> system, Collection<X509Certificate> own) {
        this.bySubject = java.util.stream.Stream.concat(own.stream(), system.stream())
                .collect(Collectors.groupingBy(X509Certificate::getSubjectX500Principal));
        this.own = own.stream().map(Anchors::der).collect(Collectors.toUnmodifiableSet());
    }

    List<X509Certificate> named(X500Principal subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /** Whether one of them has that name. */
    public boolean isKnown(X500Principal subject) {
        return bySubject.containsKey(subject);
    }

    boolean has(X509Certificate certificate) {
        Octet der = der(certificate);
        return named(certificate.getSubjectX500Principal()).stream()
                .map((Function<X509Certificate, Octet>) Anchors::der)
                .anyMatch(der::equals);
    }

    /** Whether browsers trust it too, so that the rules for public certificates hold. */
    public boolean isPublic(X509Certificate anchor) {
        return has(anchor) && !own.contains(der(anchor));
    }

    static Octet der(X509Certificate certificate) {
        try {
            return new Octet(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
