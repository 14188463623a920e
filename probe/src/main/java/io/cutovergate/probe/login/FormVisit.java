package io.cutovergate.probe.login;

import io.cutovergate.harness.config.FormLogin;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.Cookies;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A login through the form of an application that keeps a session, without a browser: cookies and hidden fields are carried,
 * redirects followed.
 *
 * @param origin of the account's service
 */
public record FormVisit(Migration migration, SyntheticAccount account, String origin, HttpProbe http) {

    /** What a forged form lacks. */
    public enum Forgery {
        WITHOUT_TOKEN,
        /** One that the same application gave to somebody else. */
        TOKEN_OF_ANOTHER
    }

    LoginAnswer logIn() {
        Visit visit = new Visit(http, new Cookies());
        LoginWalk.End end = walk(visit).from(page());
        requireSent(end);
        String why = refusal(end);
        Session session = Session.of(visit.cookies(), origin, migration, account);
        int status = end.landing().answer().status();
        if (why == null && session.cookies().isEmpty()) {
            why = "no cookie is set";
        }
        if (why != null) {
            return LoginAnswer.refused(
                    status, end + "; " + why + "; " + end.landing().answer().gist());
        }
        Instant renew = Instant.now().plus(SignIn.USED);
        return new LoginAnswer(status, session.credential(), null, session, renew, end.toString());
    }

    /** Sends the form as somebody would whom the application gave none; what the visitor's cookies are worth then, the caller asks. */
    public Visit forged(Forgery forgery) {
        String token = forgery == Forgery.WITHOUT_TOKEN ? null : tokenOfAnother();
        Visit visit = new Visit(http, new Cookies());
        requireSent(walk(visit).from(page(), (form, filled) -> changed(filled, field(form), token)));
        return visit;
    }

    private static Map<String, String> changed(Map<String, String> filled, String field, @Nullable String token) {
        Map<String, String> forged = new LinkedHashMap<>(filled);
        if (token == null) {
            forged.remove(field);
        } else {
            forged.put(field, token);
        }
        return forged;
    }

    private String tokenOfAnother() {
        LoginForm form = walk(new Visit(http, new Cookies()))
                .upTo(page())
                .orElseThrow(() -> new Unexamined("no login form in the answer to " + page()));
        return Objects.requireNonNull(form.form().fields().get(field(form)));
    }

    private String field(LoginForm form) {
        return form.tokenField()
                .orElseThrow(() -> new Unexamined("no hidden field of the login form of " + page()
                        + " is known as a token against forgery (hidden are " + form.hidden()
                        + "); form.token-field names it, form.refused-without-token: false says that there is none"));
    }

    private LoginWalk walk(Visit visit) {
        return new LoginWalk(visit, account, address -> true);
    }

    private HttpRequest page() {
        return HttpRequest.get(origin + rules().page());
    }

    private FormLogin rules() {
        return Objects.requireNonNull(account.form());
    }

    private void requireSent(LoginWalk.End end) {
        if (!end.sent()) {
            throw new Unexamined("no login form in the answer to " + end);
        }
        if (end.landing().answer().status() >= 500) {
            throw new Unexamined(
                    "logging in fails: " + end + "; " + end.landing().answer().gist());
        }
    }

    /** Why it is no login; null where it is one. */
    private @Nullable String refusal(LoginWalk.End end) {
        String left = end.landing().left();
        boolean isToldOtherwise = rules().leadsTo() != null || rules().shows() != null;
        if (end.returned() && !isToldOtherwise) {
            return "the login form comes back";
        }
        if (left != null) {
            return "it leads to " + left.replaceAll("\\?.*", "?…") + ", which is not followed";
        }
        if (end.landing().answer().status() >= 400) {
            return "it ends with an error";
        }
        String path = HttpUrl.get(end.landing().request().url()).encodedPath();
        if (rules().leadsTo() != null && !path.equals(rules().leadsTo())) {
            return "it leads to " + path + ", not to " + rules().leadsTo() + " (form.leads-to)";
        }
        return rules().shows() == null || isShown(end) ? null : "nothing there is " + rules().shows() + " (form.shows)";
    }

    private boolean isShown(LoginWalk.End end) {
        Optional<Document> page =
                LoginForm.document(end.landing().request(), end.landing().answer());
        return page.filter(document -> document.selectFirst(Objects.requireNonNull(rules().shows())) != null)
                .isPresent();
    }
}
