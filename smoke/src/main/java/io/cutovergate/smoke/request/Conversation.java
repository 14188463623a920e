package io.cutovergate.smoke.request;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.ConfiguredRequest;
import io.cutovergate.probe.http.Cookies;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import io.cutovergate.probe.login.Login;
import java.util.List;
import java.util.Set;

/**
 * Asks the requests of the application file. Each is sent once in a run, and every claim looks at that answer: what writes does so
 * once, and many requests take no longer than they must.
 */
@Provided(by = Conversation.FromScope.class)
public final class Conversation {

    /** Methods that change nothing, so that they may be sent once more (RFC 9110, section 9.2.1). */
    static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final CheckScope scope;
    private final HttpProbe http;
    private final Login login;

    private Conversation(CheckScope scope) {
        this.scope = scope;
        this.http = new HttpProbe.FromScope().provide(scope);
        this.login = new Login.FromScope().provide(scope);
    }

    /** The answer of this run, kept as evidence of each check that looks at it. */
    public Answered ask(ConfiguredRequest asked) {
        Exchange exchange = scope.shared(Exchange.class, asked, () -> {
            Answered answered = send(asked);
            return new Exchange(answered, http.print(answered.request(), answered.answer()));
        });
        scope.evidence().attach(exchange.seen());
        return exchange.answered();
    }

    /** Another answer, asked now; the one of this run where it may be sent only once, because it writes or is one of a chain. */
    public Answered again(ConfiguredRequest asked) {
        if (chain(asked).has(asked) || !SAFE.contains(asked.request().method())) {
            return ask(asked);
        }
        Answered answered = alone(asked);
        http.keep(answered.request(), answered.answer());
        return answered;
    }

    private Answered send(ConfiguredRequest asked) {
        Chain chain = chain(asked);
        return chain.has(asked) ? chain.answer(asked, http, login) : alone(asked);
    }

    private Answered alone(ConfiguredRequest asked) {
        HttpRequest request = login.as(asked.request().as(), Asking.of(asked.host(), asked.request()));
        return Asking.send(request, asked.request(), new Visit(http, new Cookies()), Captured.nothing());
    }

    private Chain chain(ConfiguredRequest asked) {
        return scope.shared(Chain.class, new Key(asked.service(), asked.vantage()), () -> {
            Migration migration = scope.migration();
            List<ConfiguredRequest> ofService = new ConfiguredRequest.Source()
                    .subjects(migration, asked.vantage()).stream()
                            .filter(other -> other.service().equals(asked.service()))
                            .toList();
            String health = migration.service(asked.service()).health().anyPath();
            return new Chain(ofService, HttpRequest.get(asked.host(), health));
        });
    }

    private record Exchange(Answered answered, Attachment seen) {}

    private record Key(String service, Vantage vantage) {}

    /** Makes one for a check; chains are shared by the whole run. */
    public static final class FromScope implements Provider<Conversation> {
        @Override
        public Conversation provide(CheckScope scope) {
            return new Conversation(scope);
        }
    }
}
