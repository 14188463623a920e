package io.cutovergate.smoke.request;

import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.ConfiguredRequest;
import io.cutovergate.probe.http.Cookies;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import io.cutovergate.probe.login.Login;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The requests of one service that hang together: they capture values, use captured ones or share cookies. Each is sent
 * once a run, in the order of the file, whichever check asks for its answer first.
 */
final class Chain {

    private final List<ConfiguredRequest> links;
    private final HttpRequest warmUp;
    private final Map<ConfiguredRequest, Outcome> outcomes = new HashMap<>();
    /** Why a name has no value, by name. */
    private final Map<String, String> missing = new HashMap<>();

    private final Cookies cookies = new Cookies();
    private Captured captured = Captured.nothing();

    private interface Outcome {
        Answered get();
    }

    /**
     * Those of a service.
     *
     * @param warmUp asked before the first, so that its time is not that of a handshake
     */
    Chain(List<ConfiguredRequest> ofService, HttpRequest warmUp) {
        this.links = linked(ofService);
        this.warmUp = warmUp;
    }

    private static List<ConfiguredRequest> linked(List<ConfiguredRequest> all) {
        Set<String> names = new TreeSet<>();
        return all.stream()
                .filter(asked -> {
                    Request request = asked.request();
                    boolean uses = request.placeholders().stream().anyMatch(names::contains);
                    names.addAll(request.capture().keySet());
                    return uses || request.cookies() || !request.capture().isEmpty();
                })
                .toList();
    }

    boolean has(ConfiguredRequest asked) {
        return links.contains(asked);
    }

    /** What it was answered; {@link Unexamined} where it was not, or where an earlier one gave no value that it needs. */
    synchronized Answered answer(ConfiguredRequest asked, HttpProbe http, Login login) {
        for (ConfiguredRequest link : links.subList(0, links.indexOf(asked) + 1)) {
            if (!outcomes.containsKey(link)) {
                outcomes.put(link, run(link, http, login));
            }
        }
        return Objects.requireNonNull(outcomes.get(asked)).get();
    }

    private Outcome run(ConfiguredRequest link, HttpProbe http, Login login) {
        try {
            if (outcomes.isEmpty()) {
                http.send(warmUp);
            }
            Answered answered = ask(link, http, login);
            return () -> answered;
        } catch (Unexamined why) {
            link.request().capture().keySet().forEach(name -> missing.put(name, link.name() + ": " + why.getMessage()));
            return () -> {
                throw why;
            };
        }
    }

    private Answered ask(ConfiguredRequest link, HttpProbe http, Login login) {
        Request request = link.request();
        for (String name : request.placeholders()) {
            if (missing.containsKey(name)) {
                throw new Unexamined("blocked by " + missing.get(name));
            }
        }
        Captured before = captured;
        HttpRequest open = Asking.of(link.host(), request);
        HttpRequest filled = login.as(request.as(), before.in(open, request.path()));
        Answered answered =
                Asking.send(filled, request, new Visit(http, request.cookies() ? cookies : new Cookies()), before);
        capture(link, answered.answer());
        return answered;
    }

    /** An answer with another status is another's, and gives nothing. */
    private void capture(ConfiguredRequest link, HttpAnswer answer) {
        Map<String, String> places = link.request().capture();
        boolean expected = answer.status() == link.request().status();
        if (expected) {
            captured = captured.with(places, answer);
        }
        places.forEach((name, place) -> {
            if (expected && captured.values().containsKey(name)) {
                missing.remove(name);
            } else {
                missing.put(
                        name,
                        link.name() + ", which gave no {" + name + "} (" + place + "): " + answer + "; body: "
                                + answer.gist());
            }
        });
    }
}
