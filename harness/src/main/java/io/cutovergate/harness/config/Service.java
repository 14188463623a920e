package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service behind a public host. */
@Section("A service behind a public host.")
public record Service(
        @Key(value = "Short name of its public host.", example = "api")
        String host,

        @Key("Health endpoints.") Health health,

        @Key("Where it tells its version; the environment file's release gives the expected one.") @Nullable
        Version version,

        @Key("How many replicas answer.") @Nullable Replicas replicas,

        @Key("OpenAPI document (3.0 or 3.1, YAML or JSON, in one file), which the answers must keep to.") @Nullable
        Path openapi,

        @Key("Account whose token is sent with requests that the OpenAPI document secures.") @Nullable
        String openapiAs,

        @Key("Requests with the answers they must get.") List<Request> requests,

        @Key("The form of its errors.") @Nullable ErrorForm errors,

        @Key("How large a body it takes.") @Nullable BodyLimit maxBody,

        @Key("A WebSocket that it opens.") @Nullable WebSocketRules websocket,

        @Key(value = "Whether it speaks HTTP/2, offered in the TLS handshake.", byDefault = "false")
        boolean http2,

        @Key("Which pages of other origins may ask it in a browser.") @Nullable
        Cors cors,

        @Key("Headers that keep a browser from harm; { } for the usual ones.") @Nullable
        SecurityHeaders securityHeaders,

        @Key("Pages that must render in a browser.") List<Page> pages,

        @Key(
                "Requests that write, which the source must refuse while it is read-only; {id} becomes an identifier of its own.")
        List<Request> writes) {

    @Section("Health endpoints; at least one of ready and live.")
    public record Health(
            @Key(value = "Path that answers 2xx when the service can serve.", example = "/health/ready") @Nullable
            String ready,

            @Key(value = "Path that answers 2xx while the process lives.", example = "/health/live") @Nullable
            String live,

            @Key(value = "Time to wait for the first good answer.", byDefault = "60s")
            Duration within,

            @Key(value = "Whether the service may be asleep when nobody asks.", byDefault = "false")
            boolean scaleToZero,

            @Key("Short name of the host, where health is told at another one.") @Nullable
            String host) {

        public Health {
            if (ready == null && live == null) {
                throw new IllegalArgumentException("at least one of ready and live is needed");
            }
        }

        /** The ready path, or the live one where there is no other. */
        public String anyPath() {
            return ready != null ? ready : java.util.Objects.requireNonNull(live);
        }
    }

    @Section("Where a service tells its version.")
    public record Version(
            @Key(value = "Path.", example = "/version") String path,

            @Key(value = "JSONPath of the value.", example = "$.digest")
            String json,

            @Key("Account whose token is sent.") @Nullable String as) {}

    @Section("How many replicas answer.")
    public record Replicas(
            @Key("Smallest number of replicas that must be seen.")
            int atLeast,

            @Key(value = "Response header that names the replica.", byDefault = "X-Instance")
            String header) {}

    @Section("A page that must render in a browser.")
    public record Page(
            @Key(value = "Path.", example = "/") String path,

            @Key(value = "CSS selectors that must become visible.", example = "[main h1]")
            List<String> landmarks,

            @Key(value = "Time until they are.", byDefault = "20s")
            Duration within,

            @Key("Faults that the page has in the source as well.")
            List<Tolerated> tolerate) {}

    @Section("A request or console message that may fail although the page is sound.")
    public record Tolerated(
            @Key(value = "Part of its address or text.", example = "/favicon.ico")
            String containing,

            @Key("Why it may.") String why,
            @Key("Who answers for it.") String owner) {}
}
