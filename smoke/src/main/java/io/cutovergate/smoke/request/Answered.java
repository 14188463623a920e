package io.cutovergate.smoke.request;

import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpRequest;
import java.util.List;

/**
 * A request of the application file and what became of it.
 *
 * @param request the last that was sent
 * @param trail the redirects on the way
 * @param captured by name, what earlier requests of its chain gave
 */
public record Answered(HttpRequest request, HttpAnswer answer, List<String> trail, Captured captured) {

    /** For messages: the answer, and how it was come to. */
    @Override
    public String toString() {
        return answer + (trail.isEmpty() ? "" : "; redirected by " + String.join(", ", trail)) + "; body: "
                + answer.gist();
    }
}
