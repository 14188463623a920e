package io.cutovergate.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Recorded;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.testing.TestAuthority;
import io.cutovergate.probe.testing.TestFiles;
import io.cutovergate.probe.testing.TestNames;
import io.cutovergate.probe.testing.TestScope;
import io.cutovergate.probe.testing.TestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpProbeTest {

    private static final Vantage PUBLIC = new Vantage(Side.TARGET, Route.PUBLIC_NAME);
    private static final Vantage ENTRY = new Vantage(Side.TARGET, Route.ENTRY);

    private final TestAuthority root = TestAuthority.root("Test Root");
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);

    @TempDir
    Path folder;

    private TestNames names;
    private TestServer server;
    private TestScope scope;

    @BeforeEach
    void start() throws Exception {
        names = new TestNames().knows("api.shop.test", "A 127.0.0.1");
        server = TestServer.https(
                root.server(Duration.ofDays(90), "api.shop.test").context(), this::answer);
        root.write(folder.resolve("ca.pem"));
        scope = scope(PUBLIC, server.port(), "ca.pem");
    }

    @AfterEach
    void stop() {
        released.countDown();
        server.close();
        names.close();
    }

    @Test
    void asksThePublicNameOverTlsAndKeepsWhatWasSaidWithoutCredentials() throws Exception {
        HttpAnswer answer = probe().ask(HttpRequest.of("POST", url("/echo"))
                .json(Map.of("sku", "A-1"))
                .bearer("tok.en"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("x-instance")).contains("one");
        assertThat(answer.body())
                .isEqualTo("api.shop.test:" + server.port() + " cutover-gate application/json {\"sku\":\"A-1\"}");
        assertThat(answer.peer()).isEqualTo("127.0.0.1:" + server.port());
        assertThat(answer.took()).isPositive();
        assertThat(kept())
                .contains(
                        "POST " + url("/echo"),
                        "Authorization: Bearer ***",
                        "set-cookie: session=***",
                        "201 from 127.0.0.1:")
                .doesNotContain("tok.en", "geheim");
    }

    @Test
    void reachesTheEntryUnderThePublicName() throws Exception {
        TestScope atEntry = scope(ENTRY, 8443, "ca.pem");
        HttpAnswer answer = new HttpProbe.FromScope()
                .provide(atEntry)
                .ask(HttpRequest.get(new Host("api.shop.test", 8443), "/echo"));
        assertThat(answer.peer()).isEqualTo("127.0.0.1:" + server.port());
        assertThat(answer.body()).startsWith("api.shop.test:8443 ");
    }

    @Test
    void followsNoRedirectAndRepeatsNothing() {
        HttpAnswer answer = probe().ask(HttpRequest.get(url("/moved")));
        assertThat(answer.status()).isEqualTo(302);
        assertThatThrownBy(() -> probe().ask(HttpRequest.get(url("/broken"))))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("the connection breaks to 127.0.0.1:" + server.port() + " for GET "
                        + url("/broken") + " (target)");
        assertThat(asked).hasValue(2);
    }

    @Test
    void saysWhoDidNotAnswerInTime() {
        assertThatThrownBy(() -> probe().ask(HttpRequest.get(url("/slow")).within(Duration.ofMillis(300))))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("no whole answer within 300ms from 127.0.0.1:" + server.port() + " for GET "
                        + url("/slow") + " (target)");
    }

    @Test
    void saysWhereNobodyAnswers() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        assertThatThrownBy(() -> new HttpProbe.FromScope()
                        .provide(scope(PUBLIC, port, "ca.pem"))
                        .ask(HttpRequest.get("https://api.shop.test:" + port + "/")))
                .isInstanceOf(Unexamined.class)
                .hasMessage("nobody answers at 127.0.0.1:" + port + " for GET https://api.shop.test:" + port
                        + "/ (target): Connection refused");
    }

    @Test
    void trustsNobodyElse() throws Exception {
        TestAuthority.root("Other").write(folder.resolve("other.pem"));
        assertThatThrownBy(() -> new HttpProbe.FromScope()
                        .provide(scope(PUBLIC, server.port(), "other.pem"))
                        .ask(HttpRequest.get(url("/echo"))))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("no TLS connection to 127.0.0.1:")
                .hasMessageContaining("unable to find valid certification path");
    }

    @Test
    void refusesACertificateForAnotherName() {
        names.knows("www.shop.test", "A 127.0.0.1");
        assertThatThrownBy(() -> probe().ask(HttpRequest.get("https://www.shop.test:" + server.port() + "/echo")))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("no TLS connection")
                .hasMessageContaining("www.shop.test");
    }

    @Test
    void namesTheFileOfAuthoritiesThatCannotBeRead() throws Exception {
        Files.writeString(folder.resolve("bad.pem"), "no certificate");
        assertThatThrownBy(() -> new HttpProbe.FromScope()
                        .provide(scope(PUBLIC, server.port(), "bad.pem"))
                        .ask(HttpRequest.get(url("/echo"))))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("bad.pem")
                .hasMessageContaining("public.tls.ca");
    }

    @Test
    void opensAConnectionForEachAskThatWantsItsOwn() {
        HttpProbe probe = probe();
        String kept = probe.send(HttpRequest.get(url("/port"))).body();
        assertThat(probe.send(HttpRequest.get(url("/port"))).body()).isEqualTo(kept);
        String own =
                probe.send(HttpRequest.get(url("/port")).onItsOwnConnection()).body();
        assertThat(own).isNotEqualTo(kept);
        assertThat(probe.send(HttpRequest.get(url("/port")).onItsOwnConnection())
                        .body())
                .isNotEqualTo(own);
    }

    @Test
    void escapesWhatAnAddressMayNotHold() {
        assertThat(probe().send(HttpRequest.get(url("/query?match[]={job=\"a b\"}")))
                        .body())
                .isEqualTo("match[]=%7Bjob=%22a%20b%22%7D");
    }

    @Test
    void readsNoMoreThanAMebibyte() {
        HttpAnswer answer = probe().send(HttpRequest.get(url("/endless")));
        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(1 << 20);
    }

    @Test
    void waitsUntilTheAnswerIsAcceptedAndKeepsTheLast() throws Exception {
        HttpAnswer answer =
                probe().await(HttpRequest.get(url("/starting")), Duration.ofSeconds(20), HttpAnswer::isSuccess);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(asked).hasValue(3);
        assertThat(kept()).contains("200 from ").doesNotContain("503 from ");
    }

    private void answer(HttpExchange exchange) throws IOException {
        int count = asked.incrementAndGet();
        switch (exchange.getRequestURI().getPath()) {
            case "/echo" ->
                TestServer.json(
                        exchange,
                        201,
                        String.join(
                                " ",
                                exchange.getRequestHeaders().getFirst("Host"),
                                exchange.getRequestHeaders().getFirst("User-Agent"),
                                exchange.getRequestHeaders().getFirst("Content-Type"),
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        java.nio.charset.StandardCharsets.UTF_8)),
                        Map.of("X-Instance", "one", "Set-Cookie", "session=geheim; Secure"));
            case "/moved" -> TestServer.json(exchange, 302, "", Map.of("Location", "/echo"));
            case "/port" ->
                TestServer.json(exchange, 200, "" + exchange.getRemoteAddress().getPort(), Map.of());
            case "/query" ->
                TestServer.json(exchange, 200, exchange.getRequestURI().getRawQuery(), Map.of());
            case "/starting" -> TestServer.json(exchange, count < 3 ? 503 : 200, "", Map.of());
            case "/endless" -> TestServer.json(exchange, 200, "x".repeat((1 << 20) + 1), Map.of());
            case "/slow" -> {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                exchange.close();
            }
            default -> exchange.close();
        }
    }

    private HttpProbe probe() {
        return new HttpProbe.FromScope().provide(scope);
    }

    private String url(String path) {
        return "https://api.shop.test:" + server.port() + path;
    }

    private String kept() throws IOException {
        Recorded recorded = scope.evidence().seal();
        StringBuilder all = new StringBuilder();
        for (var attachment : recorded.attachments()) {
            all.append(Files.readString(attachment.file()));
        }
        return all.toString();
    }

    private TestScope scope(Vantage vantage, int publicPort, String ca) {
        Migration migration =
                TestFiles.migration(folder, "", """
                public:
                  hosts: { api: "api.shop.test:%d" }
                  dns: { resolvers: ["%s"] }
                  tls: { ca: [%s] }
                target: { name: here, entry: "127.0.0.1:%d" }
                """.formatted(publicPort, names.address(), ca, server.port()));
        return TestScope.at(vantage, migration, folder);
    }
}
