package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the effect of the harmless job is seen, if not in the database. */
@Section(
        "Where the effect of the harmless job is seen over HTTP: a mailbox with an interface, an object store, or any other.")
public record EffectStore(
        @Key(value = "Base address.", example = "https://mailpit.example")
        String url,

        @Key("Bearer token, where one is asked.") @Nullable Secret token,

        @Key(
                value = "Further request headers, which are secret.",
                example = "{ Authorization: \"${command:printenv MAILBOX_AUTHORIZATION}\" }")
        Map<String, Secret> secretHeaders) {}
