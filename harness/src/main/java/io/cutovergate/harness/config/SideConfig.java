package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import io.cutovergate.harness.yaml.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One side: where it is entered, and its stores. */
@Section("One side: where it is entered, and its stores.")
public record SideConfig(
        @Key(value = "Name of the cloud, for messages.", example = "azure")
        String name,

        @Key(
                value = "Host or address, with port, at which the side is entered before the public names point to it.",
                example = "198.51.100.20")
        @Nullable
        String entry,

        @Key(
                value =
                        "Host names that differ from the public ones on this side (a staging target judged against the production source).",
                example = "{ api: api.shop.example }")
        Map<String, String> hosts,

        @Key(
                value = "Databases, by the name that the application file uses.",
                example =
                        "{ main: { url: \"postgresql://shop@db.example/shop?sslmode=verify-full\", password: \"${env:DB_PASSWORD}\" } }")
        Map<String, Database> databases,

        @Key("Backups, by the name of their database.") Map<String, BackupRules> backups,

        @Key("Caches, by name.") Map<String, Cache> caches,
        @Key("Object stores, by name.") Map<String, ObjectStore> objects,

        @Key("Where the effect of jobs.probe is seen, if not in the database.") @Nullable
        EffectStore effects,

        @Key("Where this side's logs are found.") @Nullable LogStore logs,

        @Key("Where this side's traces are found.") @Nullable
        TraceStore traces,

        @Key("Where this side's metrics are found.") @Nullable
        Metrics metrics,

        @Key("The rules of this side's alerts, and the way that an alert takes.") @Nullable
        Alerts alerts,

        @Key(value = "Infrastructure as the cloud and Terraform describe it.", byDefault = "{}")
        Infrastructure infrastructure) {

    @Section("A PostgreSQL database.")
    public record Database(
            @Key(
                    value = "postgresql://user@host:port/database, with the driver's parameters.",
                    example = "postgresql://shop@db.example/shop?sslmode=verify-full")
            String url,

            @Key(value = "Password or token.", example = "${env:DB_PASSWORD}") @Nullable
            Secret password,

            @Key(value = "Time to connect.", byDefault = "10s")
            Duration connectWithin,

            @Key(value = "Room that was ordered for the database, which SQL does not tell.", example = "256GiB")
            @Nullable
            Size capacity) {

        /** One of which nobody asks how much it can hold. */
        public Database(String url, @Nullable Secret password, Duration connectWithin) {
            this(url, password, connectWithin, null);
        }
    }

    @Section("A Redis-compatible cache.")
    public record Cache(
            @Key(value = "redis:// or rediss:// address.", example = "rediss://cache.example:6380")
            String url,

            @Key("Password or token.") @Nullable Secret password) {}

    @Section("A bucket or container.")
    public record ObjectStore(
            @Key("The protocol.") ObjectStore.Kind kind,

            @Key(value = "Address of the service.", example = "https://shop.blob.core.windows.net")
            String endpoint,

            @Key("Name of the bucket or container.") String bucket,

            @Key("Name of the account or access key.") @Nullable
            String account,

            @Key("Secret key or token.") @Nullable Secret key) {

        /** The store's protocol. */
        public enum Kind {
            S3,
            AZURE_BLOB
        }
    }

    @Section("Metrics in the Prometheus exposition format: an exporter, or a server's /federate.")
    public record Metrics(
            @Key(
                    value = "Address of the exposition.",
                    example = "https://prometheus.example/federate?match[]={job=\"shop\"}")
            String exposition,

            @Key("Bearer token, where one is asked.") @Nullable
            Secret token) {}

    @Section("The rules of a side's alerts, and the way that an alert takes.")
    public record Alerts(
            @Key(
                    value = "Server that evaluates the rules, with the interface of Prometheus (/api/v1/rules).",
                    example = "https://prometheus.example")
            String rules,

            @Key(
                    value = "Server that sends alerts on, with the interface of Alertmanager (/api/v2/alerts).",
                    example = "https://alertmanager.example")
            @Nullable
            String alertmanager,

            @Key(
                    value =
                            "ip:port at which the gate waits for its test alert: a webhook receiver of the Alertmanager sends there.",
                    example = "10.0.0.5:9099")
            @Nullable
            String webhook,

            @Key(
                    value = "Labels of the test alert, by which the Alertmanager finds the receiver.",
                    example = "{ severity: page }")
            Map<String, String> labels,

            @Key("Bearer token, where one is asked.") @Nullable
            Secret token) {}

    @Section("Infrastructure as the cloud and Terraform describe it.")
    public record Infrastructure(
            @Key("Output of terraform show -json.") @Nullable
            Path terraformShow,

            @Key("The same of the environment that this one must equal.") @Nullable
            Path reference,

            @Key(value = "Registry that holds the promoted images.", example = "shop.azurecr.io") @Nullable
            String registry,

            @Key(value = "Address of the vault.", example = "https://shop.vault.azure.net") @Nullable
            String vault,

            @Key(value = "host:port pairs that must refuse connections from here.", example = "[db.example:5432]")
            List<String> closed,

            @Key("Budget per month, in the currency of the bill.") @Nullable
            Double budget) {}
}
