package io.cutovergate.cutover.watch;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The requests of the endpoints with the credentials of their accounts. Logins are renewed beside the watch, never by
 * it: a provider that moves too must not stop the others from being asked, so the old credential is shown until there
 * is a new one.
 */
final class Identities {

    /** How often a login that is half over is looked at again. */
    static final Duration EVERY = Duration.ofSeconds(2);

    private final Login login;
    private final List<Endpoint> endpoints;
    private final Map<String, HttpRequest> requests = new ConcurrentHashMap<>();
    private String trouble = "";

    /** Logs in; {@link Unexamined} where an account is refused at the very start. */
    Identities(Login login, List<Endpoint> endpoints) {
        this.login = login;
        this.endpoints = endpoints;
        endpoints.forEach(endpoint -> requests.put(endpoint.name(), asked(endpoint)));
    }

    HttpRequest of(Endpoint endpoint) {
        HttpRequest request = requests.get(endpoint.name());
        if (request == null) {
            throw new IllegalStateException("no endpoint " + endpoint.name());
        }
        return request;
    }

    /** Renews what must be renewed; a provider that does not answer is noted once, and tried again the next time. */
    void renew(Consumer<String> notes) {
        try {
            endpoints.forEach(endpoint -> requests.put(endpoint.name(), asked(endpoint)));
            trouble = "";
        } catch (Unexamined e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(trouble)) {
                notes.accept("a login cannot be renewed, the old one is shown: " + why);
            }
            trouble = why;
        }
    }

    private HttpRequest asked(Endpoint endpoint) {
        return login.as(endpoint.request().as(), endpoint.plain());
    }
}
