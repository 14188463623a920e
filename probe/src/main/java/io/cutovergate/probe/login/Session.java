package io.cutovergate.probe.login;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.probe.http.Cookies;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;

/**
 * What a login gave that is kept in cookies.
 *
 * @param jar all of the visitor's, for more requests of the same visit
 * @param cookies those that the service gets
 */
public record Session(Cookies jar, List<SetCookie> cookies) {

    /** Less than any number of a session has: 64 bits in Base64 are 11 (OWASP, Session Management). */
    private static final int LEAST = 8;

    public Session {
        cookies = List.copyOf(cookies);
    }

    /** Of the host of an address; each value is a secret from now on. */
    static Session of(Cookies jar, String address, Migration migration, SyntheticAccount account) {
        List<SetCookie> cookies = jar.set(HttpUrl.get(address).host()).stream()
                .map(SetCookie::parse)
                .toList();
        // What is shorter stands for a choice, such as a language, and would mask every such text of the report.
        cookies.stream().filter(cookie -> cookie.value().length() >= LEAST).forEach(cookie -> migration
                .secrets()
                .add(cookie.value(), "cookie " + cookie.name() + " of " + account.who()));
        return new Session(jar, cookies);
    }

    /** What requests are sent with. */
    public Credential credential() {
        return new Credential(
                "Cookie",
                cookies.stream()
                        .map(cookie -> cookie.name() + "=" + cookie.value())
                        .collect(Collectors.joining("; ")));
    }

    /** The names of its cookies. */
    @Override
    public String toString() {
        return cookies.toString();
    }
}
