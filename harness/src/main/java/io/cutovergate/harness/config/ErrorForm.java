package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a service's errors. */
@Section("The form of its errors, whoever makes them: the service, its framework or the gateway in front.")
public record ErrorForm(
        @Key(value = "Media type.", example = "application/problem+json")
        String contentType,

        @Key(value = "JSONPath expressions that each of them has a value at.", example = "[ $.title, $.status ]")
        List<String> has,

        @Key(value = "Path below which nothing is.", byDefault = "/")
        String below,

        @Key(value = "Path that wants a login, asked without one.", example = "/api/orders") @Nullable
        String refused) {}
