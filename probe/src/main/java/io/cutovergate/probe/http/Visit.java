package io.cutovergate.probe.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Asks as a browser does, where that is wanted: cookies are kept and sent, redirects followed. */
public record Visit(HttpProbe http, Cookies cookies) {

    /** As many as WHATWG Fetch allows ("HTTP-redirect fetch"). */
    private static final int MOST = 20;

    /**
     * Where redirects led.
     *
     * @param request the last that was sent
     * @param left where a redirect leads that was not followed; null where the answer is none
     * @param trail the answers on the way, for messages; empty without a redirect
     */
    public record Landing(
            HttpRequest request,
            HttpAnswer answer,
            @Nullable String left,
            List<String> trail) {}

    /** Asks once. */
    public HttpAnswer ask(HttpRequest request) {
        HttpRequest whole = cookies.on(request);
        HttpAnswer answer = http.send(whole);
        cookies.keep(whole, answer);
        return answer;
    }

    /** Asks, and goes where redirects lead, but never down to HTTP and to no address that is refused here. */
    public Landing follow(HttpRequest request, Predicate<String> goes) {
        List<String> trail = new ArrayList<>();
        HttpRequest current = request;
        Duration took = Duration.ZERO;
        while (true) {
            HttpAnswer answer = ask(current);
            took = took.plus(answer.took());
            Optional<String> next = target(current, answer);
            if (next.isEmpty()) {
                return new Landing(current, answer.after(took), null, List.copyOf(trail));
            }
            if (!next.get().startsWith("https:") || !goes.test(next.get()) || trail.size() == MOST) {
                return new Landing(current, answer.after(took), next.get(), List.copyOf(trail));
            }
            trail.add(answer.status() + " " + without(next.get()));
            current = redirected(current, answer.status(), next.get());
        }
    }

    /** Where the answer leads (RFC 9110, section 10.2.2); empty where it leads nowhere. */
    public static Optional<String> target(HttpRequest request, HttpAnswer answer) {
        boolean leads =
                switch (answer.status()) {
                    case 301, 302, 303, 307, 308 -> true;
                    default -> false;
                };
        return leads ? answer.header("Location").map(location -> resolved(request.url(), location)) : Optional.empty();
    }

    /** The address that a reference means; itself where it is none of HTTP. */
    public static String resolved(String base, String reference) {
        HttpUrl url = HttpUrl.get(base).resolve(reference);
        return url == null ? reference : url.toString();
    }

    /** RFC 9110, section 15.4: a POST becomes a GET, but for 307 and 308. Another origin gets none of our headers. */
    private static HttpRequest redirected(HttpRequest request, int status, String url) {
        boolean keeps = status == 307
                || status == 308
                || request.method().equals("GET")
                || request.method().equals("HEAD");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        headers.remove("Cookie");
        if (!keeps) {
            headers.remove("Content-Type");
        }
        if (!origin(url).equals(origin(request.url()))) {
            headers.keySet().removeIf(name -> !name.regionMatches(true, 0, "Accept", 0, 6));
        }
        return new HttpRequest(
                keeps ? request.method() : "GET",
                url,
                headers,
                keeps ? request.body() : null,
                request.within(),
                request.fresh(),
                origin(url).equals(origin(request.url())) ? request.identity() : null);
    }

    /** Scheme, host and port of an address. */
    public static String origin(String url) {
        HttpUrl parsed = HttpUrl.parse(url);
        return parsed == null ? url : parsed.scheme() + "://" + parsed.host() + ":" + parsed.port();
    }

    /** The query may hold a code. */
    private static String without(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query) + "?…";
    }
}
