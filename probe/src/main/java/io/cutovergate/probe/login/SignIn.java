package io.cutovergate.probe.login;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.Cookies;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** The request by which an account of kind {@code session} gets its cookies. */
record SignIn(HttpRequest request, Request rule) {

    /** A session says nothing of its life; it is used for so long. */
    static final Duration USED = Duration.ofMinutes(5);

    static SignIn of(Migration migration, SyntheticAccount account, Side side) {
        Request rule = Objects.requireNonNull(account.signIn());
        Host host =
                migration.host(migration.service(migration.serviceOf(account)).host(), side);
        HttpRequest open = HttpRequest.of(host, rule);
        String body = open.body();
        if (body == null) {
            return new SignIn(open, rule);
        }
        String name = account.username() == null ? "" : account.username();
        String password = account.password() == null ? "" : account.password().reveal();
        String type = open.headers().getOrDefault("Content-Type", "application/json");
        return new SignIn(
                open.body(type, body.replace("{username}", escaped(name)).replace("{password}", escaped(password))),
                rule);
    }

    SignIn with(HttpRequest signed) {
        return new SignIn(signed, rule);
    }

    LoginAnswer answer(HttpProbe http, Migration migration, SyntheticAccount account) {
        HttpAnswer answer = http.send(request);
        String told = request + ": " + answer;
        if (answer.status() >= 500) {
            throw new Unexamined("signing in fails: " + told + "; " + answer.gist());
        }
        Cookies jar = new Cookies();
        jar.keep(request, answer);
        Session session = Session.of(jar, request.url(), migration, account);
        boolean sets = !session.cookies().isEmpty();
        if (answer.status() != rule.status() || !sets) {
            return LoginAnswer.refused(answer.status(), told + (sets ? "" : " sets no cookie") + "; " + answer.gist());
        }
        return new LoginAnswer(
                answer.status(),
                session.credential(),
                null,
                session,
                Instant.now().plus(USED),
                told);
    }

    /** Within a JSON text (RFC 8259, section 7). */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
