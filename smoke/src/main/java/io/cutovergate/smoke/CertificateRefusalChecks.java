package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachRefusedCertificate;
import io.cutovergate.harness.subject.RefusedCertificate;
import io.cutovergate.probe.http.CertificateAnswer;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.tls.ClientIdentity;

/** What an endpoint for holders of a certificate must refuse. */
@AuthenticationWorks
@EachRefusedCertificate
record CertificateRefusalChecks(RefusedCertificate refused, Login login, HttpProbe http, Evidence evidence) {

    @Check("without a client certificate, and with one of another authority, nothing is served")
    void refusesTheCertificate() {
        ClientIdentity genuine = login.identity(refused.account().account());
        ClientIdentity wrong =
                switch (refused.kind()) {
                    case MISSING -> ClientIdentity.NOBODY;
                    case STRANGE -> genuine.stranger();
                };
        HttpRequest plain =
                HttpRequest.of(refused.account().host(), refused.account().may());
        // Servers refuse by ending the connection too: that tells something only beside a certificate that is taken.
        requireTaken(plain.identity(genuine));
        CertificateAnswer answer = http.show(plain.identity(wrong));
        requireTaken(plain.identity(genuine));
        boolean isTaken = isTaken(answer);
        evidence.measure("served", refused, isTaken)
                .detail((isTaken ? refused.kind().sentence() + ": " : "") + answer.detail())
                .is(
                        false,
                        "RFC 8446, section 4.4.2.4; auth.accounts."
                                + refused.account().name() + ".certificate");
    }

    private void requireTaken(HttpRequest request) {
        CertificateAnswer answer = http.show(request);
        if (!isTaken(answer)) {
            throw new Unexamined("the account's own certificate is refused as well, so the refusal of a wrong one shows"
                    + " nothing: " + answer.detail());
        }
    }

    private static boolean isTaken(CertificateAnswer shown) {
        HttpAnswer answer = shown.answer();
        if (answer != null && answer.status() >= 500) {
            throw new Unexamined("what is made of the certificate cannot be told: " + shown.detail());
        }
        return answer != null && answer.isSuccess();
    }
}
