package io.cutovergate.probe.login;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.tls.ClientIdentity;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows who asks: by a login at the provider's token endpoint as its discovery document names it, by a session, or by
 * what the files give. A login serves all checks of the run until half of its life is over.
 */
@Provided(by = Login.FromScope.class)
public final class Login {

    private final Migration migration;
    private final Vantage vantage;
    private final HttpProbe http;
    private final Kept kept;

    Login(Migration migration, Vantage vantage, HttpProbe http, Kept kept) {
        this.migration = migration;
        this.vantage = vantage;
        this.http = http;
        this.kept = kept;
    }

    /** The same from another vantage. */
    public Login at(Vantage other) {
        return new Login(migration, other, http.at(other), kept);
    }

    /** Logs in now, whatever is kept. {@link Unexamined} where the provider does not answer as one. */
    public LoginAnswer attempt(SyntheticAccount account) {
        Grant grant = grant(account);
        return kept.renewed(new Key(vantage, account), before -> grant.ask());
    }

    /** A login of its own that no other check uses, for what ends it. */
    public LoginAnswer apart(SyntheticAccount account) {
        return grant(account).ask();
    }

    /** What requests of the account are sent with; {@link Unexamined} where the login is refused. */
    public Credential credential(SyntheticAccount account) {
        Grant grant = grant(account);
        LoginAnswer answer = kept.renewed(
                new Key(vantage, account),
                before -> before != null && before.renew().isAfter(Instant.now()) ? before : grant.ask());
        if (answer.credential() == null) {
            throw new Unexamined(
                    "the login of " + account.who() + " at " + vantage + " is refused: " + answer.detail());
        }
        return answer.credential();
    }

    /** The access token of the account; {@link Unexamined} where it shows itself in another way. */
    public String token(SyntheticAccount account) {
        Credential credential = credential(account);
        if (!credential.isToken()) {
            throw new Unexamined(account.who() + " has no token: it is an account of kind " + account.kind());
        }
        return credential.token();
    }

    /** The request of the account. */
    public HttpRequest as(SyntheticAccount account, HttpRequest request) {
        return credential(account).on(request);
    }

    /** The request of the account of that name under {@code auth.accounts}; unchanged without a name. */
    public HttpRequest as(@Nullable String account, HttpRequest request) {
        return account == null ? request : as(migration.account(account), request);
    }

    /** The provider of the accounts. */
    public Issuer issuer() {
        Auth auth = migration.application().auth();
        if (auth == null) {
            throw new Unexamined("auth is not configured, so nobody can log in");
        }
        return new Issuer(migration, auth.oidc(), vantage, http);
    }

    /** The login of an account of kind form. */
    public FormVisit form(SyntheticAccount account) {
        return new FormVisit(migration, account, host(account).origin(), http);
    }

    /** Ends a session of the account, as {@code logout} of it says. */
    public LogoutAnswer logout(SyntheticAccount account, Session session) {
        return new SessionLogout(Objects.requireNonNull(account.logout()), host(account), http).end(session);
    }

    private Host host(SyntheticAccount account) {
        return migration.host(migration.service(migration.serviceOf(account)).host(), vantage.side());
    }

    /** How the account shows itself. A session is signed in by another account, whose login must not be made meanwhile. */
    private Grant grant(SyntheticAccount account) {
        return switch (account.kind()) {
            case PASSWORD, CLIENT_CREDENTIALS -> () -> issuer().grant(account);
            case CODE -> () -> new CodeFlow(issuer(), account).logIn();
            case SESSION -> {
                SignIn signIn = SignIn.of(migration, account, vantage.side());
                String by = signIn.rule().as();
                SignIn signed = by == null ? signIn : signIn.with(as(by, signIn.request()));
                yield () -> signed.answer(http, migration, account);
            }
            case FORM -> form(account)::logIn;
            case BEARER -> known(Credential.bearer(secret(account)));
            case API_KEY -> known(new Credential(account.header(), secret(account)));
            case CERTIFICATE -> known(Credential.certificate(identity(account)));
            case BASIC -> {
                Credential basic = Credential.basic(Objects.requireNonNull(account.username()), secret(account));
                migration.secrets().add(basic.value(), "credentials of " + account.who());
                yield known(basic);
            }
        };
    }

    private static Grant known(Credential credential) {
        return () -> new LoginAnswer(200, credential, null, null, Instant.MAX, "no login is needed");
    }

    /** The certificate of an account of kind certificate; {@link Unexamined} where it cannot be read. */
    public ClientIdentity identity(SyntheticAccount account) {
        return kept.identities.computeIfAbsent(account, its -> ClientIdentity.of(its, "auth.accounts." + nameOf(its)));
    }

    private String nameOf(SyntheticAccount account) {
        Auth auth = Objects.requireNonNull(migration.application().auth());
        return auth.accounts().entrySet().stream()
                .filter(entry -> entry.getValue().equals(account))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String secret(SyntheticAccount account) {
        return Objects.requireNonNull(account.password()).reveal();
    }

    private interface Grant {
        LoginAnswer ask();
    }

    private record Key(Vantage vantage, SyntheticAccount account) {}

    /**
     * What was granted in this run. An account logs in once at a time: a provider that guards against guessing
     * refuses logins of one account that come together.
     */
    static final class Kept {

        private final ConcurrentHashMap<Key, LoginAnswer> answers = new ConcurrentHashMap<>();
        private final ConcurrentHashMap<SyntheticAccount, ClientIdentity> identities = new ConcurrentHashMap<>();

        private LoginAnswer renewed(Key key, Function<@Nullable LoginAnswer, LoginAnswer> renewal) {
            return answers.compute(key, (same, answer) -> renewal.apply(answer));
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
                    scope.shared(Kept.class, "run", Kept::new));
        }
    }
}
