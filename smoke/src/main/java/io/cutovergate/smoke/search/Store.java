package io.cutovergate.smoke.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cutovergate.harness.config.LogStore;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.probe.http.AwsSignature;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A store that is searched over HTTP.
 *
 * @param called in messages: {@code log store}
 * @param aws signs what it is asked, or null
 */
public record Store(
        String called,
        String url,
        @Nullable Secret token,
        Map<String, Secret> secretHeaders,
        @Nullable AwsSignature aws,
        HttpProbe http) {

    /** More are not asked for: whoever hides one line behind so many pages is asked too broadly. */
    private static final int PAGES = 50;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The log store, of any kind but a file. */
    public static Store of(LogStore logs, HttpProbe http) {
        LogStore.Aws aws = logs.aws();
        return new Store(
                "log store",
                Objects.requireNonNull(logs.url()),
                logs.token(),
                logs.secretHeaders(),
                aws == null
                        ? null
                        : new AwsSignature(
                                aws.accessKey(),
                                aws.secretKey(),
                                aws.sessionToken(),
                                aws.region(),
                                "logs",
                                Clock.systemUTC()),
                http);
    }

    /**
     * How much a search finds. {@link Unexamined} where the query is refused, or where it finds nothing and the answer
     * does not say that everything was searched.
     */
    public long count(Search search, Sought sought) {
        String body = search.body() == null ? null : sought.inJson(search.body());
        for (int page = 0; page < PAGES; page++) {
            HttpRequest request = request(search, sought, body);
            HttpAnswer answer = http.send(request);
            JsonBody json = JsonBody.of(answer.body());
            long hits = hits(search, json, request, answer);
            String next = search.pages() == null ? JsonBody.ABSENT : json.text("$." + search.pages());
            if (hits > 0 || body == null || next.equals(JsonBody.ABSENT) || next.equals("null")) {
                return hits;
            }
            body = with(body, Objects.requireNonNull(search.pages()), next);
        }
        throw new Unexamined(
                "the " + called + " gave " + PAGES + " pages without a hit and has more: the query is too broad");
    }

    /** The texts that a search finds; empty where the store says that it has nothing, {@link Unexamined} where it does not answer. */
    public List<String> texts(Search search, Sought sought) {
        HttpRequest request = request(search, sought, search.body() == null ? null : sought.inJson(search.body()));
        HttpAnswer answer = http.send(request);
        JsonBody json = JsonBody.of(answer.body());
        if (isAbsent(search.absent(), sought, json, answer)) {
            return List.of();
        }
        hits(search, json, request, answer);
        return json.texts(search.hits());
    }

    private boolean isAbsent(Search.@Nullable Absent absent, Sought sought, JsonBody json, HttpAnswer answer) {
        return absent != null
                && answer.status() == absent.status()
                && absent.says().entrySet().stream()
                        .allMatch(said -> json.at(said.getKey()).equals(said.getValue()))
                && (absent.alive() == null
                        || http.send(request("GET", sought.inUrl(absent.alive())))
                                        .status()
                                == 200);
    }

    private long hits(Search search, JsonBody json, HttpRequest request, HttpAnswer answer) {
        String found = answer.status() == search.status() ? json.at(search.hits()) : JsonBody.ABSENT;
        if (found.equals(JsonBody.ABSENT)) {
            throw new Unexamined(
                    "the " + called + " answers no query: " + request + ": " + answer + "; " + answer.gist());
        }
        long hits = json.size(search.hits());
        search.whole().forEach((path, value) -> {
            if (hits == 0 && !json.at(path).equals(value)) {
                throw new Unexamined("the " + called + " finds nothing, but has not searched everything: " + path
                        + " is " + json.at(path) + " instead of " + value + ": " + request + ": " + answer + "; "
                        + answer.gist());
            }
        });
        return hits;
    }

    private HttpRequest request(Search search, Sought sought, @Nullable String body) {
        HttpRequest request = request(search.method(), sought.inUrl(search.path()));
        if (body != null) {
            request = request.body(search.headers().getOrDefault("Content-Type", Search.JSON), body);
        }
        for (Map.Entry<String, String> header : search.headers().entrySet()) {
            request = request.header(header.getKey(), sought.inHeader(header.getValue()));
        }
        return aws == null ? request : aws.sign(request);
    }

    private HttpRequest request(String method, String path) {
        HttpRequest request = HttpRequest.of(method, url + path).bearer(token);
        for (Map.Entry<String, Secret> header : secretHeaders.entrySet()) {
            request = request.header(header.getKey(), header.getValue().reveal());
        }
        return request;
    }

    private static String with(String body, String member, String value) {
        try {
            return ((ObjectNode) MAPPER.readTree(body)).put(member, value).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a search's body is no JSON: " + body, e);
        }
    }
}
