package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A login kept in a cookie, signed with the key that all backends of a side share ({@code SHOP_SESSION_KEY}); without the
 * key there are none. Its attributes are {@code SHOP_SESSION_COOKIE}.
 */
final class WebSession {

    private static final String NAME = "shop_session";
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final String PROTECTED = "Path=/; Secure; HttpOnly; SameSite=Lax";

    private final Optional<String> key;
    private final String attributes;

    WebSession(Env env) {
        this.key = env.maybe("SHOP_SESSION_KEY");
        this.attributes = attributes(env);
    }

    /** Of every cookie that stands for a login. */
    static String attributes(Env env) {
        return env.maybe("SHOP_SESSION_COOKIE").orElse(PROTECTED);
    }

    record Content(String subject, String name, List<String> roles, long ends) {}

    List<Route> routes(Tokens tokens) {
        return key.isEmpty()
                ? List.of()
                : List.of(Route.post("/api/session", request -> begin(tokens.principal(request))));
    }

    private Reply begin(Principal who) {
        Content content = new Content(
                who.subject(),
                who.name(),
                List.copyOf(who.roles()),
                Instant.now().plus(LIFE).getEpochSecond());
        String text = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.text(content).getBytes(StandardCharsets.UTF_8));
        return Reply.empty(204).with("Set-Cookie", NAME + "=" + text + "." + keyed().of(text) + "; " + attributes);
    }

    /** Who is signed in; empty without a cookie of ours, signed by us, that has not ended. */
    Optional<Principal> principal(Request request) {
        return key.isEmpty() ? Optional.empty() : request.cookie(NAME).flatMap(this::read);
    }

    private Optional<Principal> read(String value) {
        int dot = value.indexOf('.');
        if (dot < 0 || !keyed().made(value.substring(dot + 1), value.substring(0, dot))) {
            return Optional.empty();
        }
        try {
            Content content = Json.read(Base64.getUrlDecoder().decode(value.substring(0, dot)), Content.class);
            return content.ends() < Instant.now().getEpochSecond()
                    ? Optional.empty()
                    : Optional.of(new Principal(content.subject(), content.name(), Set.copyOf(content.roles())));
        } catch (IOException e) {
            throw new IllegalStateException("a session that we signed is no JSON", e);
        }
    }

    private Keyed keyed() {
        return new Keyed(key.orElseThrow());
    }
}
