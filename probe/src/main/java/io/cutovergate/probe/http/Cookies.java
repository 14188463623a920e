package io.cutovergate.probe.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Cookie;
import okhttp3.HttpUrl;

/** The cookies of one visitor, kept and sent as RFC 6265, section 5, has it. */
public final class Cookies {

    private final List<Kept> kept = new CopyOnWriteArrayList<>();

    /** @param header as it was set, with the attributes that are not needed to send it */
    private record Kept(Cookie cookie, String header) {

        private boolean isAlive() {
            return cookie.expiresAt() > System.currentTimeMillis();
        }
    }

    /** The request with the cookies that belong to it, besides those that it carries. */
    public HttpRequest on(HttpRequest request) {
        HttpUrl url = HttpUrl.parse(request.url());
        if (url == null) {
            return request;
        }
        String header = Stream.concat(
                        Stream.ofNullable(request.headers().get("Cookie")),
                        kept.stream()
                                .filter(Kept::isAlive)
                                .map(Kept::cookie)
                                .filter(cookie -> cookie.matches(url))
                                .map(cookie -> cookie.name() + "=" + cookie.value()))
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? request : request.header("Cookie", header);
    }

    /** Keeps what an answer sets, and forgets what it ends. */
    public void keep(HttpRequest request, HttpAnswer answer) {
        HttpUrl url = HttpUrl.get(request.url());
        for (String header : answer.headers().getOrDefault("Set-Cookie", List.of())) {
            Cookie cookie = Cookie.parse(url, header);
            if (cookie != null) {
                kept.removeIf(before -> before.cookie().name().equals(cookie.name())
                        && before.cookie().domain().equals(cookie.domain())
                        && before.cookie().path().equals(cookie.path()));
                kept.add(new Kept(cookie, header));
            }
        }
    }

    /** Whether there is one of that name. */
    public boolean has(String name) {
        return kept.stream().anyMatch(cookie -> cookie.cookie().name().equals(name));
    }

    /** The {@code Set-Cookie} headers of those that a host gets, whatever the path. */
    public List<String> set(String host) {
        return kept.stream()
                .filter(Kept::isAlive)
                .filter(cookie -> isFor(cookie.cookie(), host))
                .map(Kept::header)
                .toList();
    }

    /** RFC 6265, section 5.1.3. */
    private static boolean isFor(Cookie cookie, String host) {
        return host.equals(cookie.domain()) || (!cookie.hostOnly() && host.endsWith("." + cookie.domain()));
    }
}
