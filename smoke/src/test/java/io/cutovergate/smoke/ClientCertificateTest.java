package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestAuthority;
import io.cutovergate.probe.testing.TestServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificateTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            auth:
              oidc: { host: api, path: /shop, client-id: gate }
              accounts:
                partner: { kind: certificate, certificate: { %s }, may: { get: /stock }, service: backend }
            """;
    private static final String PEM = "certificate: partner.pem, key: \"${file:partner.key}\"";

    private final TestAuthority partners = TestAuthority.root("Partners");

    @TempDir
    Path folder;

    @BeforeEach
    void writeCertificate() throws IOException, GeneralSecurityException {
        TestAuthority.Server own = partners.server(Duration.ofDays(30));
        Files.writeString(
                folder.resolve("partner.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(own.chain().get(0).getEncoded()) + "\n-----END CERTIFICATE-----\n");
        Files.writeString(
                folder.resolve("partner.key"),
                Base64.getEncoder().encodeToString(own.keys().getPrivate().getEncoded()));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "s3cr3t-value".toCharArray();
        store.setKeyEntry("own", own.keys().getPrivate(), password, own.chain().toArray(Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(folder.resolve("partner.p12"))) {
            store.store(out, password);
        }
    }

    @Test
    void aServerThatEndsTheHandshakeRefuses() {
        try (Deployment deployment = Deployment.asking(folder, partners, true).answers("/stock", 200, "{}")) {
            assertThat(judge(deployment, LoginChecks.class).status()).isEqualTo(Status.PROVEN);
            ItemResult refusals = judge(deployment, CertificateRefusalChecks.class);
            assertThat(refusals.causes()).isEmpty();
            assertThat(refusals.obligations()).hasSize(2).allMatch(one -> one.status() == Status.PROVEN);
        }
    }

    @Test
    void aServerThatAnswers403Refuses() {
        try (Deployment deployment =
                Deployment.asking(folder, partners, false).answers("/stock", ClientCertificateTest::known)) {
            assertThat(judge(deployment, LoginChecks.class).status()).isEqualTo(Status.PROVEN);
            assertThat(judge(deployment, CertificateRefusalChecks.class).status())
                    .isEqualTo(Status.PROVEN);
        }
    }

    @Test
    void aServerThatAsksForNoneServesEverybody() {
        try (Deployment deployment = Deployment.start(folder).answers("/stock", 200, "{}")) {
            ItemResult refusals = judge(deployment, CertificateRefusalChecks.class);
            assertThat(refusals.status()).isEqualTo(Status.FAILED);
            assertThat(String.join("\n", refusals.causes()))
                    .contains(
                            "served of no certificate (partner) at target is true; rule: exactly false"
                                    + " (RFC 8446, section 4.4.2.4; auth.accounts.partner.certificate)",
                            "served of certificate of another authority (partner) at target is true",
                            "a certificate gets in that anybody can make: GET ");
        }
    }

    @Test
    void whereTheOwnCertificateIsRefusedNothingIsShown() {
        try (Deployment deployment =
                Deployment.asking(folder, TestAuthority.root("Others"), true).answers("/stock", 200, "{}")) {
            ItemResult refusals = judge(deployment, CertificateRefusalChecks.class);
            assertThat(refusals.status()).isEqualTo(Status.UNPROVEN);
            assertThat(String.join("\n", refusals.causes()))
                    .contains("the account's own certificate is refused as well");
        }
    }

    @Test
    void aKeyStoreIsOpenedWithTheAccountsPassword() {
        String account =
                APPLICATION.formatted("key-store: partner.p12").replace("may:", "password: \"${env:SECRET}\", may:");
        try (Deployment deployment =
                Deployment.asking(folder, partners, false).answers("/stock", ClientCertificateTest::known)) {
            assertThat(deployment.judge(LoginChecks.class, account, "", "").status())
                    .isEqualTo(Status.PROVEN);
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Files.writeString(folder.resolve("partner.key"), "no key");
        try (Deployment deployment = Deployment.asking(folder, partners, true).answers("/stock", 200, "{}")) {
            ItemResult login = judge(deployment, LoginChecks.class);
            assertThat(login.status()).isEqualTo(Status.UNPROVEN);
            assertThat(login.causes().toString()).contains("auth.accounts.partner.certificate.key");
        }
    }

    private static void known(HttpExchange exchange) throws IOException {
        boolean isKnown;
        try {
            isKnown = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates().length > 0;
        } catch (SSLPeerUnverifiedException e) {
            isKnown = false;
        }
        TestServer.json(exchange, isKnown ? 200 : 403, "{}", Map.of());
    }

    private ItemResult judge(Deployment deployment, Class<?> checks) {
        return deployment.judge(checks, APPLICATION.formatted(PEM), "", "");
    }
}
