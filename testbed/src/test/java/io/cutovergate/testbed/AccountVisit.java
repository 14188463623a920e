package io.cutovergate.testbed;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A visit of the shop's pages for browsers without scripts. */
record AccountVisit(Visitor visitor) {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    /** Whether a login with that token, and all else right, leads to the account. */
    boolean isTaken(String token) throws IOException {
        return logIn(visitor.get("api", "/account/login"), token)
                .header("Location")
                .equals("/account");
    }

    /** Whether the cookie of a session is still taken when its user has left. */
    boolean outlivesLogout() throws IOException {
        Visitor.Answer page = visitor.get("api", "/account/login");
        String session = cookie(logIn(page, token(page)));
        Visitor.Answer account = get("/account", session);
        post("/account/logout", session, "_csrf=" + token(account));
        return get("/api/me", session).status() == 200;
    }

    private Visitor.Answer logIn(Visitor.Answer page, String token) throws IOException {
        String form = "email=ada&secret=" + visitor.variable("TESTBED_USER_PASSWORD") + "&_csrf=" + token;
        return post("/account/login", cookie(page), form);
    }

    private Visitor.Answer get(String path, String cookie) throws IOException {
        return visitor.getWith("Cookie", cookie, path);
    }

    private Visitor.Answer post(String path, String cookie, String form) throws IOException {
        String headers = "Cookie: " + cookie + "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        return visitor.send("api", "POST", path, headers, form);
    }

    private static String cookie(Visitor.Answer answer) {
        return answer.header("Set-Cookie").replaceAll(";.*", "");
    }

    private static String token(Visitor.Answer answer) {
        Matcher found = TOKEN.matcher(answer.body());
        return found.find() ? found.group(1) : "";
    }
}
