package io.cutovergate.testbed.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which refresh tokens were given with which id tokens, and which of them a logout has ended. */
final class RefreshTokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> byIdToken = new ConcurrentHashMap<>();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private volatile boolean takes = true;
    private volatile boolean ends = true;

    void takes(boolean does) {
        takes = does;
    }

    void ends(boolean does) {
        ends = does;
    }

    boolean isGood(@Nullable String token) {
        return takes && token != null && !ended.contains(token);
    }

    /** An answer of the token endpoint. */
    void remember(@Nullable String answer) {
        try {
            JsonNode tokens = JSON.readTree(answer == null ? "{}" : answer);
            if (tokens.hasNonNull("id_token") && tokens.hasNonNull("refresh_token")) {
                byIdToken.put(
                        tokens.get("id_token").asText(),
                        tokens.get("refresh_token").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the token endpoint's answer is no JSON", e);
        }
    }

    void end(@Nullable String idToken) {
        String token = idToken == null ? null : byIdToken.get(idToken);
        if (ends && token != null) {
            ended.add(token);
        }
    }
}
