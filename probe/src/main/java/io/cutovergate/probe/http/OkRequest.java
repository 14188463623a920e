package io.cutovergate.probe.http;

import java.nio.charset.StandardCharsets;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the wire, the same for everybody who asks: escaped, named, and as long as it is. */
public final class OkRequest {

    private OkRequest() {}

    /** The request to that port, with the authority of its own address as Host. */
    public static Request of(HttpRequest request, int port) {
        HttpUrl url = HttpUrl.get(request.url());
        Headers.Builder headers = new Headers.Builder().add("User-Agent", "cutover-gate");
        request.headers().forEach(headers::set);
        if (headers.get("Host") == null) {
            headers.set("Host", authority(url));
        }
        return new Request.Builder()
                .url(escaped(url.newBuilder().port(port).build()))
                .headers(headers.build())
                .method(request.method(), body(request))
                .build();
    }

    /** With what RFC 3986 allows only: the files may well say {@code match[]={job="shop"}}, and strict servers refuse it. */
    private static HttpUrl escaped(HttpUrl url) {
        return HttpUrl.get(url.uri().toString());
    }

    private static String authority(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }

    private static @Nullable RequestBody body(HttpRequest request) {
        if (request.body() == null) {
            boolean needsOne =
                    switch (request.method()) {
                        case "POST", "PUT", "PATCH" -> true;
                        default -> false;
                    };
            return needsOne ? RequestBody.create(new byte[0], null) : null;
        }
        String type = request.headers().getOrDefault("Content-Type", "text/plain");
        // As bytes: OkHttp adds a charset to the media type of a text, and JSON has none (RFC 8259, section 11).
        return RequestBody.create(request.body().getBytes(StandardCharsets.UTF_8), MediaType.parse(type));
    }
}
