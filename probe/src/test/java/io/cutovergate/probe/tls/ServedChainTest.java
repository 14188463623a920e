package io.cutovergate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.testing.TestAuthority;
import io.cutovergate.probe.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedChainTest {

    private static final Duration YEAR = Duration.ofDays(200);
    private static final Vantage TARGET = new Vantage(Side.TARGET, Route.PUBLIC_NAME);

    private final TestAuthority root = TestAuthority.root("Test Root");
    private final TestAuthority issuing = root.intermediate("Test Issuing");

    @TempDir
    Path folder;

    @Test
    void trustsAWholeChainUnderAConfiguredAuthority() throws Exception {
        ServedChain chain = served(issuing.server(YEAR, "api.shop.test").context());
        assertThat(chain.sent()).hasSize(2);
        assertThat(chain.trust().isTrusted()).isTrue();
    }

    @Test
    void trustsNoChainThatBrowsersMayHaveCompletedFromMemory() throws Exception {
        ChainTrust trust =
                served(issuing.server(YEAR, "api.shop.test").sending(1)).trust();
        assertThat(trust.isTrusted()).isFalse();
        assertThat(trust.detail())
                .contains("CN=server is issued by CN=Test Issuing, whose certificate is neither sent nor trusted")
                .contains("sent 1 certificate: CN=server");
    }

    @Test
    void namesTheRootThatNobodyTrusts() throws Exception {
        TestAuthority.Server foreign = TestAuthority.root("Foreign Root").server(YEAR, "api.shop.test");
        ChainTrust trust = served(foreign.sending(2)).trust();
        assertThat(trust.isTrusted()).isFalse();
        assertThat(trust.detail()).contains("it ends at CN=Foreign Root, which nobody here trusts");
    }

    @Test
    void refusesAnAuthorityThatOnlyHasTheNameOfATrustedOne() throws Exception {
        TestAuthority.Server imposter = TestAuthority.root("Test Root").server(YEAR, "api.shop.test");
        assertThat(served(imposter.context()).trust().isTrusted()).isFalse();
    }

    @Test
    void keepsExpiryApartFromTrust() throws Exception {
        ServedChain chain =
                served(issuing.server(Duration.ofHours(-30), "api.shop.test").context());
        assertThat(chain.trust().isTrusted()).isTrue();
        assertThat(chain.daysLeft()).isEqualTo(-2);
        assertThat(chain.ending()).startsWith("CN=server has expired on ");
    }

    @Test
    void keepsExpiryApartFromTrustAlsoBelowAYoungerAuthority() throws Exception {
        ServedChain chain =
                served(issuing.server(Duration.ofDays(-400), "api.shop.test").context());
        assertThat(chain.trust().isTrusted()).isTrue();
        TestAuthority.Server imposter = TestAuthority.root("Test Root")
                .intermediate("Test Issuing")
                .server(Duration.ofDays(-400), "api.shop.test");
        assertThat(served(imposter.context()).trust().isTrusted()).isFalse();
    }

    @Test
    void countsWholeDaysOfTheFirstCertificateToEnd() throws Exception {
        ServedChain chain = served(
                issuing.server(Duration.ofDays(5).plusHours(1), "api.shop.test").context());
        assertThat(chain.daysLeft()).isEqualTo(5);
        assertThat(chain.ending()).startsWith("CN=server ends on ");
        assertThat(chain.hasBegun()).isTrue();
    }

    @Test
    void readsAlternativeNamesOnlyAndWildcardsForOneLabelOnly() throws Exception {
        ServedChain chain = served(
                issuing.server(YEAR, "*.shop.test", "Shop.test", "127.0.0.1").context());
        assertThat(chain.names("api.shop.test")).isTrue();
        assertThat(chain.names("SHOP.test")).isTrue();
        assertThat(chain.names("127.0.0.1")).isTrue();
        assertThat(chain.names("a.b.shop.test")).isFalse();
        assertThat(chain.names("server")).isFalse();
        assertThat(chain.names("127.0.0.2")).isFalse();
    }

    @Test
    void cannotExamineWhereNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> Handshake.with(place(port)))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining(
                        "127.0.0.1:" + port + " for api.shop.test:" + port + " (target): Connection refused");
    }

    @Test
    void cannotExamineWhoDoesNotSpeakTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> refuseInPlainText(plain));
            assertThatThrownBy(() -> Handshake.with(place(plain.getLocalPort())))
                    .isInstanceOf(Unexamined.class)
                    .hasMessageStartingWith("no certificate is seen at ");
            answered.join();
        }
    }

    private static void refuseInPlainText(ServerSocket plain) {
        try (Socket client = plain.accept()) {
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServedChain served(SSLContext context) throws IOException, GeneralSecurityException {
        Trust trust = new Trust(List.of(root.write(folder.resolve("ca.pem"))));
        try (TestServer server = TestServer.https(context, exchange -> exchange.sendResponseHeaders(200, -1))) {
            Place place = place(server.port());
            return new ServedChain(Handshake.with(place), place.where(), trust.anchors(), Instant.now());
        }
    }

    private static Place place(int port) {
        return new Place(new Host("api.shop.test", port), TARGET, List.of(InetAddress.getLoopbackAddress()), port);
    }
}
