package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each store answers in the words of its published interface, and has what was asked of it kept. */
class LogStoresTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            monitoring:
              service: backend
              request: { get: /products }
            """;
    private static final String LIMITS = "limits: { monitoring-and-logging: { logs-within: 300ms } }";
    private static final String NO_EVENT = "{\"events\":[],\"searchedLogStreams\":[]}";

    private final ConcurrentLinkedDeque<String> marks = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<String> asked = new ConcurrentLinkedDeque<>();

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder).answers("/products", exchange -> {
            marks.add(exchange.getRequestHeaders().getFirst("X-Request-Id"));
            TestServer.json(exchange, 200, "{}", Map.of());
        });
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void findsTheMarkInElasticsearch() {
        stores("/logs-shop/_search", 200, ElasticAnswer.of(1), ElasticAnswer.of(0));
        assertThat(elastic().status()).isEqualTo(Status.PROVEN);
        assertThat(asked.getLast())
                .startsWith("POST /logs-shop/_search?allow_no_indices=false ApiKey secret")
                .contains("\"query\":\"\\\"" + marks.getLast() + "\\\"\"");
    }

    @Test
    void missesWhatElasticsearchSearchedForInVain() {
        stores("/logs-shop/_search", 200, ElasticAnswer.of(0), ElasticAnswer.of(0));
        ItemResult result = elastic();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes()).singleElement().asString().contains("is 0; rule: at least 1");
    }

    @Test
    void takesFailedShardsOfElasticsearchForNoAnswer() {
        deployment.answers("/logs-shop/_search", 200, ElasticAnswer.of(0).replace("\"failed\":0", "\"failed\":2"));
        assertUnproven(elastic(), "finds nothing, but has not searched everything: $._shards.failed is 2 instead of 0");
    }

    @Test
    void takesAMissingIndexForNoAnswer() {
        deployment.answers(
                "/logs-shop/_search",
                404,
                "{\"error\":{\"type\":\"index_not_found_exception\",\"reason\":\"no such index [logs-shop]\"},\"status\":404}");
        assertUnproven(elastic(), "no such index [logs-shop]");
    }

    @Test
    void findsTheMarkInLogAnalytics() {
        stores("/v1/workspaces/b1/query", 200, table("[[\"a line\"]]"), table("[]"));
        assertThat(azure().status()).isEqualTo(Status.PROVEN);
        assertThat(asked.getLast())
                .startsWith("POST /v1/workspaces/b1/query Bearer secret")
                .contains("\"query\":\"AppTraces | where Message has \\\"" + marks.getLast() + "\\\"\"")
                .containsPattern("\"timespan\":\"[^/]+Z/[^/]+Z\"");
    }

    @Test
    void takesAPartialErrorOfLogAnalyticsForNoAnswer() {
        deployment.answers(
                "/v1/workspaces/b1/query",
                200,
                table("[]").replaceAll("}$", ",\"error\":{\"code\":\"PartialError\",\"message\":\"timed out\"}}"));
        assertUnproven(azure(), "$.error is {\"code\": \"PartialError\"");
    }

    @Test
    void findsTheMarkInCloudWatchBehindAnEmptyPage() {
        AtomicInteger pages = new AtomicInteger();
        deployment.answers("/", exchange -> {
            String question = keep(exchange);
            boolean first = pages.getAndIncrement() == 0;
            TestServer.json(
                    exchange,
                    200,
                    first
                            ? "{\"events\":[],\"searchedLogStreams\":[],\"nextToken\":\"more/1\"}"
                            : question.contains("\"nextToken\":\"more/1\"")
                                    ? "{\"events\":[{\"message\":\"a line\",\"timestamp\":1}]}"
                                    : NO_EVENT,
                    Map.of());
        });
        assertThat(cloudWatch().status()).isEqualTo(Status.PROVEN);
        assertThat(asked.getLast())
                .contains("AWS4-HMAC-SHA256 Credential=AKID/")
                .contains("/ca-central-1/logs/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, ")
                .contains("\"logGroupName\":\"/ecs/shop\"")
                .contains("\"filterPattern\":\"\\\"" + marks.getLast() + "\\\"\"");
    }

    @Test
    void missesWhatCloudWatchDoesNotHold() {
        deployment.answers("/", 200, NO_EVENT);
        assertThat(cloudWatch().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void takesARefusalOfCloudWatchForNoAnswer() {
        deployment.answers("/", 400, "{\"__type\":\"AccessDeniedException\",\"Message\":\"not authorized\"}");
        assertUnproven(cloudWatch(), "AccessDeniedException");
    }

    @Test
    void asksAnyOtherStoreAsDeclared() {
        stores("/search", 202, "{\"done\":true,\"total\":2}", "{\"done\":true,\"total\":0}");
        assertThat(declared().status()).isEqualTo(Status.PROVEN);
        assertThat(asked.getLast())
                .startsWith("POST /search?in=shop%20logs")
                .contains("\"text\":\"" + marks.getLast() + "\"");
        deployment.answers("/search", 202, "{\"done\":false,\"total\":0}");
        assertUnproven(declared(), "$.done is false instead of true");
        deployment.answers("/search", 202, "{\"done\":true}");
        assertUnproven(declared(), "the log store answers no query");
        deployment.answers("/search", 202, "{\"done\":true,\"total\":0}");
        assertThat(declared().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void readsWhatIsAddedToAFile() throws IOException {
        Path log = Files.writeString(folder.resolve("shop.log"), "started\n");
        assertThat(file().status()).isEqualTo(Status.FAILED);
        deployment.answers("/products", exchange -> {
            String mark = exchange.getRequestHeaders().getFirst("X-Request-Id");
            Files.writeString(log, "GET /products " + mark + "\n", StandardOpenOption.APPEND);
            TestServer.json(exchange, 200, "{}", Map.of());
        });
        assertThat(file().status()).isEqualTo(Status.PROVEN);
        deployment.answers("/products", exchange -> {
            String mark = exchange.getRequestHeaders().getFirst("X-Request-Id");
            Files.move(log, folder.resolve("shop.log.1"));
            Files.writeString(log, "GET /products " + mark + "\n");
            TestServer.json(exchange, 200, "{}", Map.of());
        });
        assertThat(file().status()).isEqualTo(Status.PROVEN);
        Files.delete(log);
        assertUnproven(file(), "the log file cannot be read: java.nio.file.NoSuchFileException");
    }

    private ItemResult elastic() {
        return logs(url -> "{ kind: elasticsearch, url: \"" + url
                + "\", scope: logs-shop, secret-headers: { Authorization: \"${command:printf 'ApiKey secret'}\" } }");
    }

    private ItemResult azure() {
        return logs(
                url -> "{ kind: azure-log-analytics, url: \"" + url
                        + "\", scope: b1, query: 'AppTraces | where Message has \"{mark}\"', token: \"${command:printf secret}\" }");
    }

    private ItemResult cloudWatch() {
        return logs(
                url -> "{ kind: cloudwatch, url: \"" + url
                        + "\", scope: /ecs/shop, aws: { region: ca-central-1, access-key: \"${command:printf AKID}\", secret-key: \"${command:printf key}\" } }");
    }

    private ItemResult declared() {
        return logs(url -> "{ kind: query, url: \"" + url
                + "\", scope: shop logs, ask: { post: \"/search?in={scope}\", body: { text: \"{mark}\", since: \"{from}\" },"
                + " status: 202, json: { $.done: true } }, hits: $.total }");
    }

    private ItemResult file() {
        return logs(url -> "{ kind: file, file: shop.log }");
    }

    private ItemResult logs(UnaryOperator<String> store) {
        return deployment.judge(LogChecks.class, APPLICATION, LIMITS, "logs: " + store.apply(deployment.origin()));
    }

    /** Answers with the one where the question holds a mark that arrived, else with the other. */
    private void stores(String path, int status, String found, String missed) {
        deployment.answers(path, exchange -> {
            String question = keep(exchange);
            boolean holds = marks.stream().anyMatch(question::contains) && !found.equals(missed);
            TestServer.json(exchange, status, holds ? found : missed, Map.of());
        });
    }

    private String keep(HttpExchange exchange) throws IOException {
        String question = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + URLDecoder.decode(
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")), StandardCharsets.UTF_8)
                + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(question);
        return question;
    }

    private static String table(String rows) {
        return "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"Message\",\"type\":\"string\"}],\"rows\":"
                + rows + "}]}";
    }

    private static void assertUnproven(ItemResult result, String cause) {
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes()).singleElement().asString().contains(cause);
    }

    /** An answer of {@code _search}. */
    private static final class ElasticAnswer {

        static String of(int hits) {
            String hit = "{\"_index\":\"logs-shop\",\"_id\":\"1\",\"_source\":{\"message\":\"a line\"}}";
            return "{\"took\":3,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"skipped\":0,\"failed\":0},"
                    + "\"hits\":{\"total\":{\"value\":" + hits + ",\"relation\":\"eq\"},\"hits\":["
                    + (hits == 0 ? "" : hit) + "]}}";
        }
    }
}
