package io.cutovergate.smoke.request;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
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

/** Asks the requests of the application file: each whenever it is wanted, those of a chain once a run. */
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

    /** The answer, kept as evidence. */
    public Answered ask(ConfiguredRequest asked) {
        return kept(send(asked));
    }

    /** The answer on a connection that is warm, as far as the request may be sent twice. */
    public Answered askWarm(ConfiguredRequest asked) {
        if (!chain(asked).has(asked) && SAFE.contains(asked.request().method())) {
            send(asked);
        }
        return ask(asked);
    }

    private Answered send(ConfiguredRequest asked) {
        Chain chain = chain(asked);
        return chain.has(asked) ? chain.answer(asked, http, login) : alone(asked);
    }

    private Answered alone(ConfiguredRequest asked) {
        HttpRequest request = login.as(asked.request().as(), Asking.of(asked.host(), asked.request()));
        return Asking.send(request, asked.request(), new Visit(http, new Cookies()), Captured.nothing());
    }

    private Answered kept(Answered answered) {
        http.keep(answered.request(), answered.answer());
        return answered;
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

    private record Key(String service, Vantage vantage) {}

    /** Makes one for a check; chains are shared by the whole run. */
    public static final class FromScope implements Provider<Conversation> {
        @Override
        public Conversation provide(CheckScope scope) {
            return new Conversation(scope);
        }
    }
}
