package io.cutovergate.probe.http;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was answered.
 *
 * @param headers by name, whatever its case; values in the order in which they came
 * @param body as text in the charset it names, else UTF-8, without its content coding where that is gzip or br; at most the
 *     first MiB
 * @param cut whether the body was longer than that
 * @param took from the sending, with the connecting where none was open, to the last byte
 * @param peer address and port that answered
 * @param protocol by its name in ALPN (RFC 7301): {@code h2}, {@code http/1.1}
 */
public record HttpAnswer(
        int status,
        Map<String, List<String>> headers,
        String body,
        boolean cut,
        Duration took,
        String peer,
        String protocol) {

    public HttpAnswer {
        TreeMap<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    /** The header's values, joined by a comma (RFC 9110, section 5.2). */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
    }

    /** The body; {@link Unexamined} where it was longer than what is read, for whoever must see all of it. */
    public String whole() {
        if (cut) {
            throw new Unexamined("the answer is longer than 1 MiB and was not read to its end: " + this);
        }
        return body;
    }

    /** The same after more time. */
    HttpAnswer after(Duration whole) {
        return new HttpAnswer(status, headers, body, cut, whole, peer, protocol);
    }

    /** Whether the status says success (RFC 9110, section 15.3). */
    public boolean isSuccess() {
        return status >= 200 && status <= 299;
    }

    /** The body in one short line, for messages. */
    public String gist() {
        String line = body.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "empty" : line.length() <= 160 ? line : line.substring(0, 160) + "…";
    }

    /** Status, time and peer, for messages. */
    @Override
    public String toString() {
        return status + " from " + peer + " in " + Units.print(Duration.ofMillis(took.toMillis()));
    }

    String head() {
        return headers.entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> Wire.header(header.getKey(), value)))
                .collect(Collectors.joining());
    }
}
