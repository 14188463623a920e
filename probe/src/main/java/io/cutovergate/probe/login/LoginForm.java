package io.cutovergate.probe.login;

import io.cutovergate.harness.config.FormLogin;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page's form that asks who one is: with a field for the password, or one step before it with a field for the name.
 *
 * @param rules how its fields are called; null where they are found
 */
public record LoginForm(PageForm form, @Nullable FormLogin rules) {

    private static final String NAMES =
            "input[autocomplete=username], input[type=email], input[type=text], input:not([type])";
    private static final String PASSWORD = "input[type=password]";

    /**
     * Fields with a token against forgery as frameworks call them, each by its documentation: Spring Security, Django, Rails,
     * Laravel, ASP.NET Core, Flask-WTF, Symfony, Phoenix.
     */
    private static final List<String> TOKENS = List.of(
            "_csrf",
            "csrfmiddlewaretoken",
            "authenticity_token",
            "_token",
            "__RequestVerificationToken",
            "csrf_token",
            "_csrf_token");

    /** The first form of the page with a field for a password, else the first with one for a name. */
    static Optional<LoginForm> on(HttpRequest page, HttpAnswer answer, @Nullable FormLogin rules) {
        List<LoginForm> forms = document(page, answer).stream()
                .flatMap(document -> document.select("form").stream())
                .map(form -> new LoginForm(new PageForm(form, page), rules))
                .toList();
        return forms.stream().filter(LoginForm::asksForPassword).findFirst().or(() -> forms.stream()
                .filter(form -> form.nameField() != null)
                .findFirst());
    }

    /** The page of an answer; empty where it is none. */
    static Optional<Document> document(HttpRequest page, HttpAnswer answer) {
        return answer.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .map(type -> Jsoup.parse(answer.body(), page.url()));
    }

    /** Whether an answer is a page that asks for a password. */
    public static boolean isAskedFor(HttpRequest page, HttpAnswer answer) {
        return on(page, answer, null).filter(LoginForm::asksForPassword).isPresent();
    }

    boolean asksForPassword() {
        return passwordField() != null;
    }

    /** The name of the hidden field with the token against forgery; empty where it has none that is known. */
    Optional<String> tokenField() {
        List<String> hidden = hidden();
        Stream<String> known =
                rules == null || rules.tokenField() == null ? TOKENS.stream() : Stream.of(rules.tokenField());
        return known.filter(hidden::contains).findFirst();
    }

    /** The names of its hidden fields. */
    List<String> hidden() {
        return form.element().select("input[type=hidden][name]").eachAttr("name");
    }

    /** What is sent for an account. */
    Map<String, String> filled(SyntheticAccount account) {
        Map<String, String> fields = form.fields();
        fill(fields, nameField(), Objects.requireNonNull(account.username()));
        fill(fields, passwordField(), Objects.requireNonNull(account.password()).reveal());
        return fields;
    }

    private @Nullable Element nameField() {
        return rules == null || rules.nameField() == null
                ? form.element().selectFirst(NAMES)
                : named(rules.nameField());
    }

    private @Nullable Element passwordField() {
        return rules == null || rules.passwordField() == null
                ? form.element().selectFirst(PASSWORD)
                : named(rules.passwordField());
    }

    private @Nullable Element named(String name) {
        return form.element().select("input[name]").stream()
                .filter(field -> field.attr("name").equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void fill(Map<String, String> fields, @Nullable Element field, String value) {
        if (field != null && field.hasAttr("name")) {
            fields.put(field.attr("name"), value);
        }
    }
}
