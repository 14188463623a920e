package io.cutovergate.smoke;

import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.ConfiguredRequest;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;

/**
 * What the requests of the application file are answered. Each is sent once in a run, and every claim looks at that answer:
 * what writes does so once, and many requests take no longer than they must.
 */
@Provided(by = Answers.FromScope.class)
final class Answers {

    private final CheckScope scope;
    private final Evidence evidence;
    private final HttpProbe http;
    private final Login login;

    private Answers(CheckScope scope, HttpProbe http, Login login) {
        this.scope = scope;
        this.evidence = scope.evidence();
        this.http = http;
        this.login = login;
    }

    /** The answer of this run, kept as evidence of the check too. */
    HttpAnswer first(ConfiguredRequest asked) {
        Exchange exchange = scope.shared(Exchange.class, asked, () -> {
            HttpRequest request = request(asked);
            HttpAnswer answer = http.send(request);
            return new Exchange(answer, http.print(request, answer));
        });
        evidence.attach(exchange.seen());
        return exchange.answer();
    }

    /** Another one, asked now. */
    HttpAnswer again(ConfiguredRequest asked) {
        return http.ask(request(asked));
    }

    private HttpRequest request(ConfiguredRequest asked) {
        return login.as(asked.request().as(), HttpRequest.of(asked.host(), asked.request()));
    }

    private record Exchange(HttpAnswer answer, Attachment seen) {}

    /** Makes one for a check. */
    public static final class FromScope implements Provider<Answers> {
        @Override
        public Answers provide(CheckScope scope) {
            return new Answers(scope, new HttpProbe.FromScope().provide(scope), new Login.FromScope().provide(scope));
        }
    }
}
