package io.cutovergate.harness.subject;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.yaml.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A token, or a session, that the protected endpoint must refuse.
 *
 * @param token null where the check makes it itself
 * @param account whose session on the source it is; null for tokens
 */
public record RefusedToken(
        String name,
        Vantage vantage,
        String service,
        Host host,
        String endpoint,
        Kind kind,
        @Nullable Secret token,
        @Nullable SyntheticAccount account)
        implements Subject {

    /** What is wrong with it. */
    public enum Kind {
        MISSING("no token", "whoever has no token gets in"),
        FORGED("forged token", "a token with a changed signature gets in"),
        STRANGE_KEY("token of another key", "a token that another key signed gets in"),
        ALG_NONE("alg none", "an unsigned token gets in"),
        PUBLIC_KEY_AS_SECRET(
                "public key as secret", "a token gets in that anybody can sign with the issuer's public key"),
        EXPIRED("expired token", "an expired token gets in"),
        NOT_YET_VALID("early token", "a token gets in that is not valid yet"),
        WRONG_AUDIENCE("wrong audience", "a token gets in that was issued for another service"),
        WRONG_ISSUER("wrong issuer", "a token gets in that another issuer is named in"),
        /** Configured. */
        GIVEN("configured token", "a token of auth.refusals.tokens gets in"),
        /** Of the old side: a session that outlives the move is one that nobody there can end. */
        SOURCE_SESSION("session of the source", "a session of the source gets in");

        private final String title;
        private final String sentence;

        Kind(String title, String sentence) {
            this.title = title;
            this.sentence = sentence;
        }

        /** What has happened where it is let in. */
        public String sentence() {
            return sentence;
        }

        private boolean isMade() {
            return this != GIVEN && this != SOURCE_SESSION;
        }
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code auth.refusals}, and sessions of the source from {@code auth.accounts}. */
    public static final class Source implements SubjectSource<RefusedToken> {

        @Override
        public List<RefusedToken> subjects(Migration migration, Vantage vantage) {
            Auth auth = migration.application().auth();
            if (auth == null || auth.refusals() == null) {
                return List.of();
            }
            Auth.Refusals refusals = auth.refusals();
            Host host = migration.host(migration.service(refusals.service()).host(), vantage.side());
            RefusedToken plain = new RefusedToken(
                    "", vantage, refusals.service(), host, refusals.endpoint(), Kind.MISSING, null, null);
            Stream<RefusedToken> made = Arrays.stream(Kind.values())
                    .filter(Kind::isMade)
                    .filter(kind -> !refusals.tokens().containsKey(kind.title))
                    .map(kind -> plain.of(kind.title, kind, null, null));
            Stream<RefusedToken> given = refusals.tokens().entrySet().stream()
                    .map(entry -> plain.of(entry.getKey(), Kind.GIVEN, entry.getValue(), null));
            return Stream.of(made, given, sessions(migration, auth, plain))
                    .flatMap(tokens -> tokens)
                    .toList();
        }

        /** Where the source can be entered and knows the same accounts, which a rehearsal with a subset does not. */
        private static Stream<RefusedToken> sessions(Migration migration, Auth auth, RefusedToken plain) {
            SideConfig source = migration.environment().source();
            boolean isSame = migration.environment().integrity().expect() == Integrity.Expect.WHOLE;
            if (plain.vantage().side() == Side.SOURCE || source == null || source.entry() == null || !isSame) {
                return Stream.of();
            }
            return auth.accounts().entrySet().stream()
                    .filter(entry ->
                            entry.getValue().keepsSession() && !entry.getValue().carried())
                    .map(entry -> session(plain, entry));
        }

        private static RefusedToken session(RefusedToken plain, Map.Entry<String, SyntheticAccount> account) {
            return plain.of(
                    Kind.SOURCE_SESSION.title + " (" + account.getKey() + ")",
                    Kind.SOURCE_SESSION,
                    null,
                    account.getValue());
        }

        @Override
        public String configuredBy() {
            return "auth.refusals";
        }
    }

    private RefusedToken of(String title, Kind of, @Nullable Secret secret, @Nullable SyntheticAccount whose) {
        return new RefusedToken(title, vantage, service, host, endpoint, of, secret, whose);
    }
}
