package io.cutovergate.testbed.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Refresh tokens of logins by password, which the server behind the desk does not give; a logout ends them. */
final class RefreshTokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was asked for when a token was given. */
    private final Map<String, String> requests = new ConcurrentHashMap<>();

    private final Map<String, String> byIdToken = new ConcurrentHashMap<>();
    private volatile boolean takes = true;
    private volatile boolean ends = true;

    void takes(boolean does) {
        takes = does;
    }

    void ends(boolean does) {
        ends = does;
    }

    /** Whether it is one of those given here, good or not. */
    boolean knows(@Nullable String token) {
        return token != null && (byIdToken.containsValue(token) || requests.containsKey(token));
    }

    /** The request that is made again for it; empty where it is not good any more. */
    Optional<String> request(@Nullable String token) {
        return token == null || !takes ? Optional.empty() : Optional.ofNullable(requests.get(token));
    }

    /** The answer with a token in it, the one that was sent or a new one. */
    String give(String answer, String request, @Nullable String sent) {
        try {
            ObjectNode tokens = (ObjectNode) JSON.readTree(answer);
            String token = sent == null ? UUID.randomUUID().toString() : sent;
            requests.put(token, request);
            if (tokens.hasNonNull("id_token")) {
                byIdToken.put(tokens.get("id_token").asText(), token);
            }
            return tokens.put("refresh_token", token).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the token endpoint's answer is no JSON", e);
        }
    }

    void end(@Nullable String idToken) {
        String token = idToken == null ? null : byIdToken.get(idToken);
        if (ends && token != null) {
            requests.remove(token);
        }
    }
}
