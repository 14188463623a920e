package io.cutovergate.probe.login;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Logout;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import java.util.Objects;
import org.jsoup.nodes.Element;

/** Ends a session as its user does. */
record SessionLogout(Logout rules, Host host, HttpProbe http) {

    /** Of an answer that is no error. */
    private static final int MOST = 399;

    LogoutAnswer end(Session session) {
        Visit visit = new Visit(http, session.jar());
        Request request = rules.request();
        if (request != null) {
            HttpRequest asked = HttpRequest.of(host, request);
            HttpAnswer answer = visit.ask(asked);
            return new LogoutAnswer(answer.status(), request.status(), request.status(), asked + ": " + answer);
        }
        Visit.Landing page = visit.follow(HttpRequest.get(host, Objects.requireNonNull(rules.page())), address -> true);
        Element form = LoginForm.document(page.request(), page.answer())
                .map(document -> document.selectFirst(rules.form()))
                .filter(found -> found.tagName().equals("form"))
                .orElseThrow(() -> new Unexamined("no form " + rules.form() + " (logout.form) in the answer to "
                        + page.request() + ": " + page.answer()));
        PageForm logout = new PageForm(form, page.request());
        HttpRequest sent = logout.sent(logout.fields());
        HttpAnswer answer = visit.follow(sent, address -> true).answer();
        return new LogoutAnswer(answer.status(), 200, MOST, sent + ": " + answer);
    }
}
