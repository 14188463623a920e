package io.cutovergate.probe.login;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a login was answered.
 *
 * @param credential what requests are sent with; null where the login was refused
 * @param tokens what the provider gave besides; null for other kinds of accounts
 * @param session null for accounts that keep none
 * @param renew when half of its life is over
 * @param detail for messages, without what is secret
 */
public record LoginAnswer(
        int status,
        @Nullable Credential credential,
        @Nullable Tokens tokens,
        @Nullable Session session,
        Instant renew,
        String detail) {

    /**
     * What a provider gives beside the access token (RFC 6749, section 5.1; OpenID Connect Core 1.0, section 3.1.3.3).
     *
     * @param refresh null where it gives none
     * @param id null where it gives none
     */
    public record Tokens(@Nullable String refresh, @Nullable String id) {

        /** Without the tokens. */
        @Override
        public String toString() {
            return "tokens";
        }
    }

    /** The cookies of its session; none for accounts without one. */
    public List<SetCookie> cookies() {
        return session == null ? List.of() : session.cookies();
    }

    static LoginAnswer refused(int status, String detail) {
        return new LoginAnswer(status, null, null, null, Instant.EPOCH, detail);
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return detail;
    }
}
