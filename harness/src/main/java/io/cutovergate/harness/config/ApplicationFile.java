package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import io.cutovergate.harness.yaml.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is the same in every environment; written once. */
@Section("The application: what is the same in every environment.")
public record ApplicationFile(
        @Key("Version of this file's form; 1.") int format,

        @Key(value = "Name of the application.", example = "shop")
        String name,

        @Key("Services, by name.") Map<String, Service> services,
        @Key("Databases, by the name that the sides use.") Map<String, DatabaseRules> databases,
        @Key("Logins and refusals.") @Nullable Auth auth,
        @Key("Background jobs.") @Nullable Jobs jobs,

        @Key("How a request is found again in logs and metrics.") @Nullable
        Monitoring monitoring,

        @Key("Journeys of a user in a real browser, by name.")
        Map<String, Journey> journeys,

        @Key("Load scenarios, by name.") Map<String, Scenario> scenarios,

        @Key("What is asked all the time while the system moves.") @Nullable
        Watched watch,

        @Key(value = "The documented answer to a write while the system is read-only.", byDefault = "{}")
        ReadOnly readOnly,

        @Key("Caches, by the name that the sides use.") Map<String, CacheRules> caches,

        @Key("Object stores, by the name that the sides use.")
        Map<String, ObjectRules> objects,

        @Key("Third parties, by name.") Map<String, Integration> integrations) {

    public ApplicationFile {
        if (format != 1) {
            throw new IllegalArgumentException("format is " + format + "; this version reads format 1");
        }
    }

    @Section("The documented answer to a write while the system is read-only.")
    public record ReadOnly(
            @Key(value = "Its status.", byDefault = "503") int status,

            @Key(value = "JSONPath expressions and the values they must give.", example = "{ $.title: Read-only }")
            Map<String, Object> json) {}

    @Section("Rules for a cache.")
    public record CacheRules(
            @Key(value = "Eviction policy that the application expects.", example = "allkeys-lru") @Nullable
            String evictionPolicy,

            @Key(value = "Smallest memory.", example = "256MiB") @Nullable
            Size memory) {}

    @Section("Rules for an object store.")
    public record ObjectRules(
            @Key("Prefixes that are compared; none means all.")
            List<String> prefixes) {}

    @Section("A third party.")
    public record Integration(
            @Key("Whose interface it is.") Kind kind,

            @Key("Service that receives its webhooks.") @Nullable
            String service,

            @Key(value = "Path of the webhook.", example = "/webhooks/stripe") @Nullable
            String webhook,

            @Key("Address of its interface, where it is not the provider's own.") @Nullable
            String endpoint,

            @Key("Credential for its interface.") @Nullable Secret key) {

        /** The provider. */
        public enum Kind {
            STRIPE,
            SENDGRID,
            SMTP,
            HTTP
        }
    }
}
