package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import io.cutovergate.harness.yaml.Size;
import org.jspecify.annotations.Nullable;

/** How large a body a service takes. */
@Section("How large a body it takes: JSON that means nothing is sent, at dev, staging and pre-cutover.")
public record BodyLimit(
        @Key(value = "Path that takes a POST of JSON.", example = "/api/orders")
        String path,

        @Key(value = "Largest body that is taken; one byte more is refused with 413.", example = "1MiB")
        Size size,

        @Key("Account whose token is sent.") @Nullable String as) {

    public BodyLimit {
        if (size.bytes() < 16 || size.bytes() > 64L << 20) {
            throw new IllegalArgumentException("size is from 16B to 64MiB");
        }
    }
}
