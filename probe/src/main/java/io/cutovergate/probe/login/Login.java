package io.cutovergate.probe.login;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Logs the synthetic accounts in by the password grant (RFC 6749, section 4.3) at the issuer's token endpoint, as its
 * discovery document names it. A token serves all checks of the run until half of its life is over.
 */
@Provided(by = Login.FromScope.class)
public final class Login {

    private final Migration migration;
    private final Vantage vantage;
    private final HttpProbe http;
    private final Tokens tokens;

    Login(Migration migration, Vantage vantage, HttpProbe http, Tokens tokens) {
        this.migration = migration;
        this.vantage = vantage;
        this.http = http;
        this.tokens = tokens;
    }

    /** The same from another vantage. */
    public Login at(Vantage other) {
        return new Login(migration, other, http.at(other), tokens);
    }

    /** Logs in now, whatever is kept. {@link Unexamined} where the issuer does not answer as an issuer. */
    public LoginAnswer attempt(Auth.Account account) {
        return tokens.kept(new Key(vantage, account), kept -> grant(account));
    }

    /** An access token of the account; {@link Unexamined} where the login is refused. */
    public String token(Auth.Account account) {
        LoginAnswer answer = tokens.kept(
                new Key(vantage, account),
                kept -> kept != null && kept.renew().isAfter(Instant.now()) ? kept : grant(account));
        if (answer.token() == null) {
            throw new Unexamined(
                    "the login of " + account.username() + " at " + vantage + " is refused: " + answer.detail());
        }
        return answer.token();
    }

    /** The request with the token of the account of that name under {@code auth.accounts}; unchanged without a name. */
    public HttpRequest as(@Nullable String account, HttpRequest request) {
        return account == null ? request : request.bearer(token(migration.account(account)));
    }

    private LoginAnswer grant(Auth.Account account) {
        Auth auth = migration.application().auth();
        if (auth == null) {
            throw new Unexamined("auth is not configured, so nobody can log in");
        }
        return new Issuer(migration, auth.oidc(), vantage, http).grant(account);
    }

    private record Key(Vantage vantage, Auth.Account account) {}

    /**
     * What was granted in this run. An account logs in once at a time: a provider that guards against guessing
     * refuses logins of one account that come together.
     */
    static final class Tokens {

        private final ConcurrentHashMap<Key, LoginAnswer> kept = new ConcurrentHashMap<>();

        private LoginAnswer kept(Key key, Function<@Nullable LoginAnswer, LoginAnswer> renewal) {
            return kept.compute(key, (same, answer) -> renewal.apply(answer));
        }
    }

    /** Makes one for a check. */
    public static final class FromScope implements Provider<Login> {
        @Override
        public Login provide(CheckScope scope) {
            return new Login(
                    scope.migration(),
                    scope.vantage(),
                    new HttpProbe.FromScope().provide(scope),
                    scope.shared(Tokens.class, "run", Tokens::new));
        }
    }
}
