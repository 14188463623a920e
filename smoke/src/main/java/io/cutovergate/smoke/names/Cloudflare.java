package io.cutovergate.smoke.names;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What Cloudflare's API says of a name ("List DNS Records", developers.cloudflare.com/api). */
record Cloudflare(PublicNames.Cloudflare at, HttpProbe http) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The records that say where a name leads to. */
    private static final Set<String> LEADING = Set.of("A", "AAAA", "CNAME");

    /** A TTL of 1 stands for automatic, which is 300 s ("TTL", developers.cloudflare.com/dns/manage-dns-records/reference/ttl). */
    private static final Duration AUTOMATIC = Duration.ofMinutes(5);

    /**
     * A record.
     *
     * @param proxied whether visitors get Cloudflare's addresses, whatever the content
     */
    record Entry(String type, String content, boolean proxied, Duration ttl) {

        @Override
        public String toString() {
            return type + " " + content + (proxied ? ", proxied" : ", not proxied") + ", TTL " + ttl.toSeconds() + " s";
        }
    }

    /** All records of the name that lead anywhere; {@link Unexamined} where the API does not answer or refuses. */
    List<Entry> entries(String name) {
        HttpRequest request = HttpRequest.get(at.api() + "/zones/" + at.zone() + "/dns_records?per_page=100&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8));
        HttpAnswer answer = http.ask(request.bearer(at.token()));
        JsonNode body = read(answer);
        JsonNode result = body.path("result");
        if (!answer.isSuccess() || !body.path("success").asBoolean() || !result.isArray()) {
            throw new Unexamined("Cloudflare's API does not say what " + name + " is: " + request + ": " + answer + "; "
                    + answer.gist() + " (public.switch.cloudflare)");
        }
        List<Entry> entries = new ArrayList<>();
        for (JsonNode record : result) {
            if (LEADING.contains(record.path("type").asText())) {
                entries.add(entry(record));
            }
        }
        return entries;
    }

    private static Entry entry(JsonNode record) {
        if (!record.path("proxied").isBoolean() || !record.path("ttl").isNumber()) {
            throw new Unexamined(
                    "Cloudflare's API says neither proxied nor TTL of a record (public.switch.cloudflare)");
        }
        long ttl = record.path("ttl").asLong();
        return new Entry(
                record.path("type").asText(),
                record.path("content").asText(),
                record.path("proxied").asBoolean(),
                ttl == 1 ? AUTOMATIC : Duration.ofSeconds(ttl));
    }

    private static JsonNode read(HttpAnswer answer) {
        try {
            return JSON.readTree(answer.whole());
        } catch (JsonProcessingException e) {
            throw new Unexamined("Cloudflare's API answers no JSON: " + answer + " (public.switch.cloudflare)", e);
        }
    }
}
