package io.cutovergate.probe.login;

import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A page's form that asks who one is: with a field for the password, or one step before it with a field for the name.
 *
 * @param form the element, with its hidden fields, in which tokens against forgery stand
 */
record LoginForm(Element form, HttpRequest page) {

    private static final String NAMES =
            "input[autocomplete=username], input[type=email], input[type=text], input:not([type])";

    /** The first form of the page with a field for a password, else the first with one for a name. */
    static Optional<LoginForm> on(HttpRequest page, HttpAnswer answer) {
        boolean isHtml = answer.header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
        if (!isHtml) {
            return Optional.empty();
        }
        List<Element> forms = List.copyOf(Jsoup.parse(answer.body(), page.url()).select("form"));
        return forms.stream()
                .filter(form -> form.selectFirst("input[type=password]") != null)
                .findFirst()
                .or(() -> forms.stream()
                        .filter(form -> form.selectFirst(NAMES) != null)
                        .findFirst())
                .map(form -> new LoginForm(form, page));
    }

    boolean asksForPassword() {
        return form.selectFirst("input[type=password]") != null;
    }

    /** As a browser submits it, by its first button (HTML, section 4.10.21). */
    HttpRequest filled(SyntheticAccount account) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name]")) {
            String type = field.attr("type").toLowerCase(Locale.ROOT);
            boolean isSent =
                    switch (type) {
                        case "submit", "button", "image", "reset", "file" -> false;
                        case "checkbox", "radio" -> field.hasAttr("checked");
                        default -> true;
                    };
            if (isSent) {
                fields.put(field.attr("name"), field.attr("value"));
            }
        }
        Element button = form.selectFirst("button[name]:not([type=button]), input[type=submit][name]");
        if (button != null) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        fill(fields, NAMES, Objects.requireNonNull(account.username()));
        fill(
                fields,
                "input[type=password]",
                Objects.requireNonNull(account.password()).reveal());
        String action = form.hasAttr("action") && !form.attr("action").isEmpty() ? form.absUrl("action") : page.url();
        return HttpRequest.of("POST", action).body(Issuer.FORM, Issuer.encode(fields));
    }

    private void fill(Map<String, String> fields, String selector, String value) {
        Element field = form.selectFirst(selector);
        if (field != null && field.hasAttr("name")) {
            fields.put(field.attr("name"), value);
        }
    }
}
