package io.cutovergate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages that are wrong on purpose: each breaks one claim and no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontendChecksTest {

    private static final String SOUND = "<main><h1>Welcome</h1></main>";

    @SuppressWarnings("NullAway.Init")
    private Gated gated;

    @BeforeAll
    void judge(@TempDir Path folder) throws Exception {
        Authority authority = new Authority();
        try (Site site = new Site(authority.server(Site.HOST));
                Site cdn = new Site(authority.server("cdn.localhost"));
                Site stranger = new Site(new Authority().server("stranger.localhost"));
                Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            site.page("/sound", SOUND)
                    .page("/late", "<script>setTimeout(() => document.body.innerHTML = '" + SOUND + "', 700)</script>")
                    .page("/empty", "<main><h1 style='display:none'>Hidden</h1></main>")
                    .page("/throws", SOUND + "<script>setTimeout(() => missing(), 50)</script>")
                    .page("/complains", SOUND + "<script>console.error('out of order')</script>")
                    .page(
                            "/forbids",
                            "<meta http-equiv='Content-Security-Policy' content=\"script-src 'none'\">" + SOUND
                                    + "<script>document.title = 'ran'</script>")
                    .page("/lacks", SOUND + "<img src='/logo.png'>")
                    .page(
                            "/allowed",
                            SOUND + "<script>fetch('https://cdn.localhost:" + cdn.port()
                                    + "/', {mode: 'no-cors'})</script>")
                    .page("/foreign", SOUND + "<script src='https://cdn.elsewhere.test/x.js'></script>")
                    .page("/tolerated", SOUND + "<img src='/logo.png'><script>console.error('known')</script>");
            gated = Gated.run(
                    FrontendChecks.class,
                    folder,
                    environment(
                            site.port(),
                            cdn.page("/", SOUND).port(),
                            stranger.page("/", SOUND).port(),
                            silent.getLocalPort(),
                            authority.write(folder.resolve("ca.pem"))),
                    """
                    format: 1
                    name: fixture
                    services:
                      web:
                        host: www
                        health: { live: / }
                        pages:
                          - { path: /sound, landmarks: [main h1], within: 5s }
                          - { path: /late, landmarks: [main h1], within: 5s }
                          - { path: /empty, landmarks: [main h1, body], within: 1s }
                          - { path: /throws, landmarks: [main h1], within: 5s }
                          - { path: /complains, landmarks: [main h1], within: 5s }
                          - { path: /forbids, landmarks: [main h1], within: 5s }
                          - { path: /lacks, landmarks: [main h1], within: 5s }
                          - { path: /allowed, landmarks: [main h1], within: 5s }
                          - { path: /foreign, landmarks: [main h1], within: 5s }
                          - { path: /absent, landmarks: [main h1], within: 1s }
                          - path: /tolerated
                            landmarks: [main h1]
                            within: 5s
                            tolerate:
                              - { containing: /logo.png, why: replaced next week, owner: jo }
                              - { containing: known, why: a warning of the library, owner: kim }
                      stranger:
                        host: stranger
                        health: { live: / }
                        pages: [ { path: /, landmarks: [main], within: 2s } ]
                      dead:
                        host: dead
                        health: { live: / }
                        pages: [ { path: /, landmarks: [main], within: 2s } ]
                    """);
        }
    }

    private static String environment(int port, int cdn, int stranger, int silent, Path authority) {
        return """
                format: 1
                application: app.yaml
                environment: test
                public:
                  hosts: { www: "%s:%d", stranger: "stranger.localhost:%d", dead: "dead.localhost:%d" }
                  third-parties: ["cdn.localhost:%d"]
                  tls: { ca: [%s] }
                target: { name: here }
                """.formatted(Site.HOST, port, stranger, silent, cdn, authority);
    }

    @AfterAll
    void nothingStays() throws Exception {
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .as("processes of the browser")
                .isEmpty();
    }

    @Test
    void soundPagesHold() {
        assertThat(Stream.of("/sound", "/late", "/allowed", "/tolerated").flatMap(this::claims))
                .allSatisfy(
                        result -> assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN))
                .hasSize(12);
    }

    @Test
    void aPictureIsKeptOnce() throws Exception {
        List<Attachment> pictures = claims("/sound")
                .flatMap(result -> result.recorded().attachments().stream())
                .toList();

        assertThat(pictures).extracting(Attachment::type).containsExactly("image/png");
        assertThat(Files.readAllBytes(pictures.get(0).file())).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void aHiddenLandmarkIsNotSeen() {
        assertBroken("landmarks-become-visible", "/empty", "landmark 'main h1' of web /empty at target is not visible");
    }

    @Test
    void aScriptErrorIsFound() {
        assertBroken("no-script-error", "/throws", "missing is not defined");
    }

    @Test
    void aConsoleErrorIsFound() {
        assertBroken("no-script-error", "/complains", "out of order");
    }

    @Test
    void aScriptThatThePolicyForbidsIsFound() {
        assertBroken("no-script-error", "/forbids", "Content Security Policy");
    }

    @Test
    void aMissingPictureIsFound() {
        assertBroken("no-request-fails", "/lacks", "/logo.png: 404");
    }

    @Test
    void noOtherHostIsReached() {
        assertBroken(
                "no-request-fails",
                "/foreign",
                "GET https://cdn.elsewhere.test/x.js: net::ERR_NAME_NOT_RESOLVED;"
                        + " hosts beside public.hosts and public.third-parties are not reached");
    }

    @Test
    void whatIsToleratedIsTold() {
        assertThat(gated.of("no-request-fails", "web /tolerated").recorded().notes())
                .singleElement()
                .asString()
                .contains("/logo.png: 404", "replaced next week", "jo");
    }

    @Test
    void anErrorPageIsFreeOfNothing() {
        assertThat(gated.of("landmarks-become-visible", "web /absent").status()).isEqualTo(Status.FAILED);
        assertThat(gated.of("no-request-fails", "web /absent").status()).isEqualTo(Status.FAILED);
        assertThat(gated.of("no-script-error", "web /absent").status()).isEqualTo(Status.UNPROVEN);
    }

    @Test
    void whereNobodyAnswersNothingIsProven() {
        assertThat(List.of("landmarks-become-visible", "no-script-error", "no-request-fails"))
                .map(claim -> gated.of(claim, "dead /"))
                .allSatisfy(result -> {
                    assertThat(result.status()).isEqualTo(Status.UNPROVEN);
                    assertThat(result.cause())
                            .contains(
                                    "https://dead.localhost:",
                                    " cannot be opened at 127.0.0.1:",
                                    "net::ERR_CONNECTION_REFUSED");
                });
    }

    @Test
    void noOtherAuthorityIsTrusted() {
        ObligationResult result = gated.of("landmarks-become-visible", "stranger /");

        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.cause()).contains("net::ERR_CERT_AUTHORITY_INVALID");
    }

    private void assertBroken(String claim, String path, String words) {
        ObligationResult broken = gated.of(claim, "web " + path);
        assertThat(broken.status()).as(broken.cause()).isEqualTo(Status.FAILED);
        assertThat(broken.cause()).contains(words);
        assertThat(claims(path).filter(result -> !result.equals(broken)))
                .allSatisfy(
                        other -> assertThat(other.status()).as(other.cause()).isEqualTo(Status.PROVEN));
    }

    private Stream<ObligationResult> claims(String path) {
        return Stream.of("landmarks-become-visible", "no-script-error", "no-request-fails")
                .map(claim -> gated.of(claim, "web " + path));
    }
}
