package io.cutovergate.smoke.search;

import io.cutovergate.harness.config.LogStore;
import java.util.Map;
import java.util.Objects;

/** How the log stores that are known are searched. */
final class LogSearches {

    private LogSearches() {}

    static Search of(LogStore store) {
        return switch (store.kind()) {
            // "Query logs within a range of time", grafana.com/docs/loki/latest/reference/loki-http-api
            case LOKI ->
                Search.get(
                        "/loki/api/v1/query_range?query={query}&start={from-nanos}&end={to-nanos}&limit=10",
                        Map.of("$.data.resultType", "\"streams\""),
                        "$.data.result[*].values[*]");
            // "Run a search", elastic.co/docs/api/doc/elasticsearch/operation/operation-search, and
            // docs.opensearch.org/latest/api-reference/search-apis/search: a pattern without indices is refused instead
            // of
            // found empty; shards that failed or ran out of time are told in an answer of 200.
            case ELASTICSEARCH ->
                Search.post(
                        "/{scope}/_search?allow_no_indices=false",
                        "{\"size\":10,\"query\":{\"query_string\":{\"query\":\"{query}\",\"lenient\":true}}}",
                        Map.of("$.timed_out", "false", "$._shards.failed", "0"),
                        "$.hits.hits");
            // learn.microsoft.com/azure/azure-monitor/logs/api/request-format and …/response-format: what failed in
            // part
            // is 200 with a member "error".
            case AZURE_LOG_ANALYTICS ->
                Search.post(
                        "/v1/workspaces/{scope}/query",
                        "{\"query\":\"{query}\",\"timespan\":\"{from}/{to}\"}",
                        Map.of("$.error", "absent"),
                        "$.tables[0].rows");
            // docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html: a page may be
            // empty
            // though later ones are not.
            case CLOUDWATCH ->
                new Search(
                        "POST",
                        "/",
                        Map.of(
                                "Content-Type",
                                "application/x-amz-json-1.1",
                                "X-Amz-Target",
                                "Logs_20140328.FilterLogEvents"),
                        "{\"logGroupName\":\"{scope}\",\"filterPattern\":\"{query}\","
                                + "\"startTime\":{from-millis},\"endTime\":{to-millis},\"limit\":100}",
                        200,
                        Map.of(),
                        "$.events",
                        "nextToken",
                        null);
            case QUERY -> DeclaredSearch.of(Objects.requireNonNull(store.ask()), Objects.requireNonNull(store.hits()));
            case FILE -> throw new IllegalStateException("a file is not asked over HTTP");
        };
    }
}
