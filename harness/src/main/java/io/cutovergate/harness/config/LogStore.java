package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a side's logs are searched. */
@Section("Where a side's logs are searched: by a query over HTTP, or in a file.")
public record LogStore(
        @Key("The interface it speaks; elasticsearch is OpenSearch's too, and query is any other over HTTP.")
        Kind kind,

        @Key(value = "Base address; none of kind file.", example = "https://loki.example") @Nullable
        String url,

        @Key(
                value =
                        "Where in the store: indices of Elasticsearch, the workspace's ID of Azure, the log group of CloudWatch.",
                example = "logs-shop-*")
        @Nullable
        String scope,

        @Key(value = "With kind: file. The file, as this machine reads it.", example = "/var/log/shop/backend.log")
        @Nullable
        Path file,

        @Key(
                value =
                        "Query of this store, where that of monitoring.log-query is in another language; {mark} stands for the mark.",
                example = "AppTraces | where Properties has \"{mark}\"")
        @Nullable
        String query,

        @Key("Bearer token, where one is asked.") @Nullable Secret token,

        @Key(
                value = "Further request headers, which are secret.",
                example = "{ Authorization: \"${command:printenv ELASTIC_AUTHORIZATION}\" }")
        Map<String, Secret> secretHeaders,

        @Key("With kind: cloudwatch. Whose key signs the query.") @Nullable
        Aws aws,

        @Key(
                value =
                        "With kind: query. The request, and what its answer must be to count; {query}, {mark}, {scope}, {from} and {to} stand for theirs, the times in ISO 8601 or as {from-millis}, {from-nanos}, ….",
                example = "{ post: /search, body: { text: \"{mark}\", since: \"{from}\" } }")
        @Nullable
        Request ask,

        @Key(
                value = "With kind: query. JSONPath of the lines that are found, or of their number.",
                example = "$.hits[*]")
        @Nullable
        String hits) {

    public LogStore {
        if ((kind == Kind.FILE) != (file != null) || (kind == Kind.FILE) == (url != null)) {
            throw new IllegalArgumentException("kind: file needs file and no url; every other kind the reverse");
        }
        if (kind.isScoped() && scope == null) {
            throw new IllegalArgumentException("scope is needed with this kind: where in the store");
        }
        if ((kind == Kind.CLOUDWATCH) != (aws != null)) {
            throw new IllegalArgumentException("aws belongs to kind: cloudwatch, and is needed there");
        }
        if ((kind == Kind.QUERY) != (ask != null && hits != null)) {
            throw new IllegalArgumentException("ask and hits belong to kind: query, and both are needed there");
        }
    }

    /** The query interface, with the query that finds the mark anywhere in a line where there is such a one. */
    public enum Kind {
        /** LogQL needs a selector of streams, which nobody else can know. */
        LOKI(null),
        ELASTICSEARCH("\"{mark}\""),
        AZURE_LOG_ANALYTICS("search \"{mark}\""),
        CLOUDWATCH("\"{mark}\""),
        FILE("{mark}"),
        QUERY("{mark}");

        private final @Nullable String anywhere;

        Kind(@Nullable String anywhere) {
            this.anywhere = anywhere;
        }

        boolean isScoped() {
            return this == ELASTICSEARCH || this == AZURE_LOG_ANALYTICS || this == CLOUDWATCH;
        }
    }

    /** The query for the mark: this store's, else the application's, else the kind's own; null where there is none. */
    public @Nullable String query(@Nullable String ofApplication) {
        return query != null ? query : ofApplication != null ? ofApplication : kind.anywhere;
    }

    /** What it is called in messages. */
    public String where() {
        return file != null ? file.toString() : String.valueOf(url);
    }

    @Section("Whose key signs queries of CloudWatch (AWS Signature Version 4).")
    public record Aws(
            @Key(value = "The region.", example = "ca-central-1")
            String region,

            @Key("ID of the access key.") Secret accessKey,
            @Key("The secret access key.") Secret secretKey,

            @Key("Session token, of a key that is temporary.") @Nullable
            Secret sessionToken) {}
}
