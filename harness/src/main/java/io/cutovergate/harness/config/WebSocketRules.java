package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A WebSocket that a service opens. */
@Section("A WebSocket that it opens (RFC 6455).")
public record WebSocketRules(
        @Key(value = "Path.", example = "/live") String path,

        @Key(value = "Subprotocol that is asked for, and must be chosen.", example = "shop.v1") @Nullable
        String protocol,

        @Key(value = "Text that is sent once it is open.", example = "ping") @Nullable
        String send,

        @Key(
                value = "First text that must come back: exactly, or after ~ a regular expression for all of it.",
                example = "pong")
        @Nullable
        String reply,

        @Key("Account whose token is sent.") @Nullable String as) {

    public WebSocketRules {
        if (reply != null && reply.startsWith("~")) {
            Pattern.compile(reply.substring(1).strip());
        }
    }
}
