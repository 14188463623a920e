package io.cutovergate.smoke;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.probe.http.Cookies;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.LoginForm;
import io.cutovergate.probe.login.Session;

/**
 * Whether the cookies of a visitor are taken for what the account may ask. Applications refuse in more ways than by 401: they lead to
 * their login form, or answer with it.
 *
 * @param detail for messages
 */
record SessionUse(boolean isAccepted, String detail) {

    /** Of all that a visitor has by now. */
    static SessionUse of(AccountAt account, Cookies cookies, HttpProbe http) {
        return of(cookies.on(request(account)), http);
    }

    /** Of those that a login gave, whatever was set since. */
    static SessionUse of(AccountAt account, Session session, HttpProbe http) {
        return of(session.credential().on(request(account)), http);
    }

    private static HttpRequest request(AccountAt account) {
        return HttpRequest.of(account.host(), account.may());
    }

    private static SessionUse of(HttpRequest request, HttpProbe http) {
        HttpAnswer answer = http.ask(request);
        String detail = request + ": " + answer + "; body: " + answer.gist();
        if (answer.status() >= 500) {
            throw new Unexamined("whether the session is taken cannot be told: " + detail);
        }
        return new SessionUse(answer.isSuccess() && !LoginForm.isAskedFor(request, answer), detail);
    }
}
