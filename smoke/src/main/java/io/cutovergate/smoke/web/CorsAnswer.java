package io.cutovergate.smoke.web;

import io.cutovergate.harness.config.Cors;
import io.cutovergate.probe.http.HttpAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An answer as a browser judges it for a page of another origin (WHATWG Fetch, "CORS check", "CORS-preflight fetch"). */
record CorsAnswer(HttpAnswer answer, String origin, boolean credentials) {

    private static final List<String> SAFELISTED = List.of("GET", "HEAD", "POST");

    /** Why the page may not read the answer; nothing where it may. */
    List<String> hidden() {
        List<String> reasons = new ArrayList<>();
        String allowed = allowedOrigin();
        if (!allowed.equals(origin) && (credentials || !allowed.equals("*"))) {
            reasons.add("Access-Control-Allow-Origin is " + allowed);
        }
        String with = answer.header("Access-Control-Allow-Credentials").orElse("absent");
        if (credentials && !with.equals("true")) {
            reasons.add("Access-Control-Allow-Credentials is " + with);
        }
        return reasons;
    }

    /** Why what the preflight asked for is not sent; nothing where it is. */
    List<String> refused(String method, Cors cors) {
        List<String> reasons = new ArrayList<>();
        if (!answer.isSuccess()) {
            reasons.add("its status is " + answer.status() + " and not 2xx");
        }
        reasons.addAll(hidden());
        List<String> methods = list("Access-Control-Allow-Methods");
        if (!SAFELISTED.contains(method) && !methods.contains(method) && !isOpen(methods)) {
            reasons.add("Access-Control-Allow-Methods is " + shown(methods));
        }
        List<String> headers = list("Access-Control-Allow-Headers").stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        for (String wanted : cors.headers()) {
            String name = wanted.toLowerCase(Locale.ROOT);
            // The wildcard covers all but this one.
            boolean isCovered = isOpen(headers) && !name.equals("authorization");
            if (!headers.contains(name) && !isCovered) {
                reasons.add("Access-Control-Allow-Headers has no " + wanted + ": " + shown(headers));
            }
        }
        return reasons;
    }

    /** Whether a page of the origin may read it, without cookies at least. */
    boolean isRead() {
        return allowedOrigin().equals(origin) || allowedOrigin().equals("*");
    }

    String allowedOrigin() {
        return answer.header("Access-Control-Allow-Origin").orElse("absent");
    }

    private boolean isOpen(List<String> values) {
        return !credentials && values.contains("*");
    }

    private List<String> list(String header) {
        Optional<String> value = answer.header(header);
        return value.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .toList();
    }

    private static String shown(List<String> values) {
        return values.isEmpty() ? "absent" : String.join(", ", values);
    }
}
