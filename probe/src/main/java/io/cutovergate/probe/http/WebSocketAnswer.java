package io.cutovergate.probe.http;

import org.jspecify.annotations.Nullable;

/**
 * What became of an opening handshake (RFC 6455, section 4).
 *
 * @param handshake the answer to it
 * @param refused why a client would not go on; null where the WebSocket is open
 * @param message the first text that came; null where none came in time
 */
public record WebSocketAnswer(
        HttpAnswer handshake,
        @Nullable String refused,
        @Nullable String message) {}
