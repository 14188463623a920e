package io.cutovergate.smoke;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.probe.http.Cookies;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.LoginAnswer;
import io.cutovergate.probe.login.LoginForm;
import io.cutovergate.probe.login.Session;

/**
 * Whether the cookies of a visitor are taken for what the account may ask. Applications refuse in more ways than by 401: they lead to
 * their login form, or answer with it.
 *
 * @param detail for messages
 */
record SessionUse(boolean isAccepted, String detail) {

    /** A session that nobody else uses and that is taken; {@link Unexamined} where there is none, as its end would show nothing. */
    static Session begun(AccountAt account, Login login, HttpProbe http) {
        LoginAnswer granted = login.apart(account.account());
        Session session = granted.session();
        if (session == null) {
            throw new Unexamined("a login of " + account.account().who() + " is refused, so no session is ended: "
                    + granted.detail());
        }
        SessionUse use = of(account, session, http);
        if (!use.isAccepted()) {
            throw new Unexamined(
                    "the session is refused before its end as well, so that shows nothing: " + use.detail());
        }
        return session;
    }

    /** Of all that a visitor has by now. */
    static SessionUse of(AccountAt account, Cookies cookies, HttpProbe http) {
        HttpRequest request = cookies.on(request(account));
        return of(request, http.ask(request));
    }

    /** Of those that a login gave, whatever was set since. */
    static SessionUse of(AccountAt account, Session session, HttpProbe http) {
        HttpRequest request = session.credential().on(request(account));
        return of(request, http.ask(request));
    }

    /** The same without evidence, for asking many times. */
    static SessionUse seen(AccountAt account, Session session, HttpProbe http) {
        HttpRequest request = session.credential().on(request(account));
        return of(request, http.send(request));
    }

    private static HttpRequest request(AccountAt account) {
        return HttpRequest.of(account.host(), account.may());
    }

    private static SessionUse of(HttpRequest request, HttpAnswer answer) {
        String detail = request + ": " + answer + "; body: " + answer.gist();
        if (answer.status() >= 500) {
            throw new Unexamined("whether the session is taken cannot be told: " + detail);
        }
        return new SessionUse(answer.isSuccess() && !LoginForm.isAskedFor(request, answer), detail);
    }
}
