package io.cutovergate.probe.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the token endpoint answered.
 *
 * @param token the access token; null where the login was refused
 * @param renew when half of its life is over
 * @param detail for messages, without the token
 */
public record LoginAnswer(int status, @Nullable String token, Instant renew, String detail) {

    /** Without the token. */
    @Override
    public String toString() {
        return detail;
    }
}
