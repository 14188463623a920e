package io.cutovergate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Journeys that end well, that stop on the way, and that lead nowhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyChecksTest {

    private static final String LOGIN = """
            <form id=login onsubmit="event.preventDefault(); if (this.password.value === 'correct-horse') {
                document.body.innerHTML = '<p id=welcome>Welcome, ' + this.user.value + '</p>'; }">
              <input name=user><input name=password type=password><button>Sign in</button>
            </form>
            """;

    @SuppressWarnings("NullAway.Init")
    private Gated gated;

    @BeforeAll
    void judge(@TempDir Path folder) throws Exception {
        Authority authority = new Authority();
        try (Site site = new Site(authority.server(Site.HOST));
                Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String dead = "dead.localhost:" + silent.getLocalPort();
            site.page("/login", LOGIN).page("/leave", "<a id=away href='https://" + dead + "/'>away</a>");
            gated = Gated.run(
                    JourneyChecks.class,
                    folder,
                    """
                    format: 1
                    application: app.yaml
                    environment: test
                    public:
                      hosts: { www: "%s:%d", dead: "%s" }
                      tls: { ca: [%s] }
                    target: { name: here }
                    """.formatted(Site.HOST, site.port(), dead, authority.write(folder.resolve("ca.pem"))),
                    """
                    format: 1
                    name: fixture
                    services: { web: { host: www, health: { live: / } } }
                    auth:
                      oidc: { host: www, path: /, client-id: none }
                      accounts:
                        ada: { username: ada, password: "${env:PASSWORD}" }
                    journeys:
                      sign-in:
                        service: web
                        path: /login
                        as: ada
                        within: 5s
                        steps:
                          - enter: { into: "[name=user]", credential: username }
                          - enter: { into: "[name=password]", credential: password }
                          - click: button
                          - see: "#welcome"
                          - gone: form
                      mistyped:
                        service: web
                        path: /login
                        within: 1s
                        steps:
                          - enter: { into: "[name=password]", text: wrong }
                          - click: button
                          - see: "#welcome"
                      nowhere:
                        service: web
                        path: /leave
                        within: 1s
                        steps: [ { click: "#away" }, { see: main } ]
                    """);
        }
    }

    @Test
    void aJourneyThatEndsWellHolds() {
        ObligationResult result = gated.of("user-gets-through", "sign-in");

        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
        assertThat(result.recorded().attachments()).extracting(Attachment::type).containsExactly("image/png");
    }

    @Test
    void theStepThatFailsIsNamedWithWhatWasSeen() {
        ObligationResult result = gated.of("user-gets-through", "mistyped");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .contains("steps done of mistyped at target is 2; rule: exactly 3 (journeys.mistyped.steps)")
                .contains("step 3 of 3 (see #welcome) did not succeed within 1s")
                .contains("the page showed \"/login\" at https://www.localhost:");
        assertThat(result.recorded().attachments()).hasSize(1);
    }

    @Test
    void anOutageOnTheWayLeavesItUnproven() {
        ObligationResult result = gated.of("user-gets-through", "nowhere");

        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.cause()).contains("step 2 of 2", "dead.localhost", "net::ERR_CONNECTION_REFUSED");
    }
}
