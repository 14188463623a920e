package io.cutovergate.probe.tls.revocation;

import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.probe.Causes;
import io.cutovergate.probe.dns.Names;
import io.cutovergate.probe.tls.revocation.Standing.State;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks those who can know whether a certificate is revoked: responders first, then lists, until one says so. */
@Provided(by = Authorities.FromScope.class)
public final class Authorities {

    private final Fetcher web;

    public Authorities(Fetcher web) {
        this.web = web;
    }

    /** What each said that was asked; the last is the first that counts, if there is one. */
    public List<Standing> ask(X509Certificate certificate, X509Certificate issuer, Instant now) {
        Pointers pointers = Pointers.of(certificate);
        List<Standing> said = new ArrayList<>();
        for (String responder : pointers.responders()) {
            Standing standing = responder(responder, certificate, issuer, now);
            said.add(standing);
            if (standing.isKnown()) {
                return said;
            }
        }
        for (String list : pointers.lists()) {
            Standing standing = list(list, certificate, issuer, now);
            said.add(standing);
            if (standing.isKnown()) {
                return said;
            }
        }
        return said;
    }

    private Standing responder(String address, X509Certificate certificate, X509Certificate issuer, Instant now) {
        String by = "responder " + address;
        try {
            byte[] answer = web.post(address, "application/ocsp-request", Ocsp.request(certificate, issuer));
            return Ocsp.read(answer, certificate, issuer, by, now);
        } catch (IOException e) {
            return new Standing(State.UNANSWERED, by, Causes.first(e));
        }
    }

    private Standing list(String address, X509Certificate certificate, X509Certificate issuer, Instant now) {
        String by = "list " + address;
        try {
            return RevocationList.read(web.get(address), certificate, issuer, by, now);
        } catch (IOException e) {
            return new Standing(State.UNANSWERED, by, Causes.first(e));
        }
    }

    /** One for the whole run. */
    public static final class FromScope implements Provider<Authorities> {
        @Override
        public Authorities provide(CheckScope scope) {
            Names names =
                    Names.of(scope.migration().environment().publicNames().dns().resolvers());
            return scope.shared(Authorities.class, "run", () -> new Authorities(new Fetcher(names)));
        }
    }
}
