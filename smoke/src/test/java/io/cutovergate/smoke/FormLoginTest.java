package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormLoginTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            auth:
              oidc: { host: api, path: /shop, client-id: gate }
              accounts:
                ada:
                  kind: form
                  username: ada
                  password: "${env:SECRET}"
                  form: { page: /in, leads-to: /home, shows: "#hello" }
                  logout: { page: /home, form: "#leave" }
                  may: { get: /home }
                  service: backend
            """;

    private final FormApplication application = new FormApplication();

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder);
        for (String path : new String[] {"/in", "/name", "/home", "/out"}) {
            deployment.answers(path, application::answer);
        }
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aLoginThroughTwoPagesIsTakenAndEndsAtLogout() {
        ItemResult login = judge(LoginChecks.class, APPLICATION);
        assertThat(login.causes()).isEmpty();
        assertThat(login.status()).isEqualTo(Status.PROVEN);
        ItemResult form = judge(FormChecks.class, APPLICATION);
        assertThat(form.causes()).isEmpty();
        assertThat(form.status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aWrongPasswordFailsThoughTheAnswerIs200() {
        assertThat(judge(LoginChecks.class, APPLICATION.replace("username: ada", "username: eve"))
                        .causes())
                .singleElement()
                .asString()
                .contains("login taken of ada at target is false; rule: exactly true (auth.accounts.ada.form)")
                .contains("it leads to /in, not to /home (form.leads-to)")
                .doesNotContain("s3cr3t-value");
    }

    @Test
    void withoutARuleAFormThatComesBackTellsThatTheLoginFailed() {
        String plain = APPLICATION.replace(", leads-to: /home, shows: \"#hello\"", "");
        assertThat(judge(LoginChecks.class, plain).status()).isEqualTo(Status.PROVEN);
        assertThat(judge(LoginChecks.class, plain.replace("username: ada", "username: eve"))
                        .causes())
                .singleElement()
                .asString()
                .contains("the login form comes back");
    }

    @Test
    void aFormThatNeedsNoTokenFails() {
        application.lacks(FormApplication.Lack.TOKEN);
        ItemResult result = judge(FormChecks.class, APPLICATION);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes().toString())
                .contains("login form without its token taken of ada at target is true; rule: exactly false");
    }

    @Test
    void aFormThatTakesAnybodysTokenFails() {
        application.lacks(FormApplication.Lack.OWN_TOKEN);
        assertThat(judge(FormChecks.class, APPLICATION).causes())
                .singleElement()
                .asString()
                .contains("login form with another visitor's token taken of ada at target is true");
    }

    @Test
    void aFormWithoutAKnownTokenIsNotExamined() {
        String other = APPLICATION.replace("page: /in,", "page: /in, token-field: nonce,");
        ItemResult result = judge(FormChecks.class, other);
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes().toString())
                .contains("hidden are [csrfmiddlewaretoken, mail]", "form.token-field names it");
    }

    @Test
    void aSessionThatOutlivesItsLogoutFails() {
        application.lacks(FormApplication.Lack.LOGOUT);
        assertThat(judge(LoginChecks.class, APPLICATION).causes())
                .singleElement()
                .asString()
                .contains("session taken after its logout of ada at target is true; rule: exactly false"
                        + " (OWASP ASVS 5.0, 7.4.1; auth.accounts.ada.logout)");
    }

    @Test
    void theCookieOfAFormMustBeProtected() {
        application.lacks(FormApplication.Lack.PROTECTION);
        assertThat(judge(LoginChecks.class, APPLICATION).causes())
                .singleElement()
                .asString()
                .contains("missing protection of cookie session of ada at target is Secure, HttpOnly, SameSite");
    }

    @Test
    void aFormThatIsNotThereLeavesItUnproven() {
        ItemResult result = judge(LoginChecks.class, APPLICATION.replace("page: /in", "page: /ready"));
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes().toString()).contains("no login form in the answer to GET ");
    }

    private ItemResult judge(Class<?> checks, String application) {
        return deployment.judge(checks, application, "", "");
    }
}
