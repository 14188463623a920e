package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pages for browsers without scripts: a login form, what one sees behind it, a form to leave. Each form holds a token that is made of
 * the visitor's cookie, so that no other page can send it (OWASP, Cross-Site Request Forgery Prevention, "Signed Double-Submit
 * Cookie").
 */
final class AccountPages {

    private static final String LOGIN = "/account/login";
    private static final String ACCOUNT = "/account";
    private static final String VISITOR = "shop_visitor";
    private static final String SESSION = "shop_account";
    private static final String TOKEN = "_csrf";

    private final SessionStore sessions;
    private final TokenEndpoint passwords;
    private final Keyed tokens;
    private final TokenRules rules;
    private final String attributes;

    private AccountPages(Env env, SessionStore sessions) {
        this.sessions = sessions;
        this.passwords = TokenEndpoint.of(env);
        this.tokens = new Keyed(env.need("SHOP_SESSION_KEY"));
        this.rules = TokenRules.of(env);
        this.attributes = WebSession.attributes(env);
    }

    static Optional<AccountPages> of(Env env, Optional<SessionStore> sessions) {
        return sessions.map(store -> new AccountPages(env, store));
    }

    List<Route> routes() {
        return List.of(
                Route.get(LOGIN, request -> page(200, "")),
                Route.post(LOGIN, this::logIn),
                Route.get(ACCOUNT, this::account),
                Route.post("/account/logout", this::logOut));
    }

    /** Who is signed in; empty without a cookie of a session that goes on. */
    Optional<Principal> principal(Request request) {
        return request.cookie(SESSION).flatMap(sessions::find);
    }

    private Reply logIn(Request request) throws IOException {
        Map<String, String> form = request.form();
        requireToken(form, request.cookie(VISITOR));
        Optional<Principal> who = passwords.principal(form.getOrDefault("email", ""), form.getOrDefault("secret", ""));
        return who.map(principal -> begun(principal, Optional.empty()))
                .orElseGet(() -> page(401, "<p role=\"alert\">Wrong name or password.</p>"));
    }

    /** The answer to a login: a session, and the way to its page. */
    Reply begun(Principal who, Optional<String> sid) {
        return Reply.empty(303).with("Location", ACCOUNT).with("Set-Cookie", cookie(SESSION, sessions.begin(who, sid)));
    }

    /** What sets a cookie. */
    String cookie(String name, String value) {
        return name + "=" + value + "; " + attributes;
    }

    private Reply account(Request request) {
        Optional<Principal> who = principal(request);
        if (who.isEmpty()) {
            return Reply.empty(303).with("Location", LOGIN);
        }
        String session = request.cookie(SESSION).orElseThrow();
        return html(200, """
                <h1 id="signed-in">%s</h1>
                <form method="post" action="/account/logout">
                  <input type="hidden" name="_csrf" value="%s">
                  <button>Sign out</button>
                </form>
                """.formatted(escaped(who.get().name()), tokens.of(session)));
    }

    private Reply logOut(Request request) throws IOException {
        Optional<String> session = request.cookie(SESSION);
        requireToken(request.form(), session);
        if (!rules.omits("session-end")) {
            session.ifPresent(sessions::end);
        }
        return Reply.empty(303).with("Location", LOGIN).with("Set-Cookie", SESSION + "=; Max-Age=0; " + attributes);
    }

    private void requireToken(Map<String, String> form, Optional<String> cookie) {
        boolean isOurs = cookie.filter(value -> tokens.made(form.getOrDefault(TOKEN, ""), value))
                .isPresent();
        if (!isOurs && !rules.omits("form-token")) {
            throw Problem.forbidden("the form is not one that was given to this visitor");
        }
    }

    private Reply page(int status, String message) {
        String visitor = SessionStore.number();
        return html(status, """
                <h1>Sign in</h1>
                %s
                <form method="post" action="/account/login">
                  <input type="hidden" name="_csrf" value="%s">
                  <label>Name <input name="email" autocomplete="username" required></label>
                  <label>Password <input name="secret" type="password" autocomplete="current-password" required></label>
                  <button>Sign in</button>
                </form>
                """.formatted(message, tokens.of(visitor))).with("Set-Cookie", cookie(VISITOR, visitor));
    }

    private static Reply html(int status, String body) {
        return new Reply(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                "<!doctype html>\n<html lang=\"en\"><title>Shop</title><main>\n" + body + "</main></html>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
