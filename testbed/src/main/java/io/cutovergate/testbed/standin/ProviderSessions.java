package io.cutovergate.testbed.standin;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Who is signed in at the provider, by the cookie of a browser: a second client gets a code without asking for the password again. */
final class ProviderSessions {
    private static final String COOKIE = "desk_session";

    private final Map<String, Session> byCookie = new ConcurrentHashMap<>();

    /**
     * A sign-in.
     *
     * @param sid what id tokens and logout tokens call it
     * @param clients those that were given codes in it
     */
    record Session(String cookie, String sid, Account account, Set<String> clients) {

        /** What the browser is told to keep. */
        String header() {
            return COOKIE + "=" + cookie + "; Path=/; Secure; HttpOnly; SameSite=Lax";
        }
    }

    Session begin(Account account) {
        Session session = new Session(
                UUID.randomUUID().toString(), UUID.randomUUID().toString(), account, ConcurrentHashMap.newKeySet());
        byCookie.put(session.cookie(), session);
        return session;
    }

    /** That of the cookies of a request. */
    Optional<Session> find(@Nullable String cookies) {
        return Optional.ofNullable(cookies).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(COOKIE + "="))
                .flatMap(pair -> Optional.ofNullable(byCookie.get(pair.substring(COOKIE.length() + 1))).stream())
                .findFirst();
    }

    /** Ends the one of that name; empty where there is none. */
    Optional<Session> end(@Nullable String sid) {
        Optional<Session> ended = byCookie.values().stream()
                .filter(session -> session.sid().equals(sid))
                .findFirst();
        ended.ifPresent(session -> byCookie.remove(session.cookie()));
        return ended;
    }
}
