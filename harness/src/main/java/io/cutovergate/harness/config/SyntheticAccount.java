package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A synthetic account. */
@Section("A synthetic account.")
public record SyntheticAccount(
        @Key(value = "How it proves who it is.", byDefault = "password")
        Kind kind,

        @Key("Name at login; with client-credentials the client's.") @Nullable
        String username,

        @Key("Password, client's secret, token or API key; with certificate what opens the key store.") @Nullable
        Secret password,

        @Key(value = "Header that carries an API key.", byDefault = "X-API-Key")
        String header,

        @Key(
                value =
                        "Request that signs a session in, of the account's service; {username} and {password} in its body stand for the account's own.",
                example =
                        "{ post: /api/session, body: { name: \"{username}\", password: \"{password}\" }, status: 204 }")
        @Nullable
        Request signIn,

        @Key("Client certificate of an account of kind certificate.") @Nullable
        AccountCertificate certificate,

        @Key("Login page of an account of kind form.") @Nullable
        FormLogin form,

        @Key(
                "What ends a session, which must then be refused. Needed by an account of kind form, and allowed for one of kind session.")
        @Nullable
        Logout logout,

        @Key(
                value = "Cookie of the session, which must be protected; none means each that signing in sets.",
                example = "SESSION")
        @Nullable
        String cookie,

        @Key(value = "Whether the target is meant to take a session of the source.", byDefault = "false")
        boolean carried,

        @Key(
                value = "A request that it may make, of the service named by refusals or by service.",
                example = "{ get: /api/me }")
        @Nullable
        Request may,

        @Key("Service that the request goes to.") @Nullable String service) {

    /** How an account proves who it is. */
    public enum Kind {
        /** The password grant of the provider (RFC 6749, section 4.3). */
        PASSWORD,
        /** The authorization code flow with PKCE, through the provider's login form (RFC 6749, section 4.1; RFC 7636). */
        CODE,
        /** The client credentials grant of the provider (RFC 6749, section 4.4). */
        CLIENT_CREDENTIALS,
        /** A token that is known already (RFC 6750). */
        BEARER,
        API_KEY,
        /** RFC 7617. */
        BASIC,
        /** A request that answers with cookies. */
        SESSION,
        /** A certificate in the TLS handshake (RFC 8446, section 4.4.2). */
        CERTIFICATE,
        /** A page's form, filled in without a browser, which gives cookies. */
        FORM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean hasName() {
            return this == PASSWORD || this == CODE || this == CLIENT_CREDENTIALS || this == BASIC || this == FORM;
        }
    }

    public SyntheticAccount {
        if (kind.hasName() && username == null) {
            throw new IllegalArgumentException("username is needed by an account of kind " + kind);
        }
        boolean needsPassword =
                kind == Kind.CERTIFICATE ? certificate != null && certificate.keyStore() != null : kind != Kind.SESSION;
        if (needsPassword && password == null) {
            throw new IllegalArgumentException("password is needed by an account of kind " + kind);
        }
        if ((kind == Kind.SESSION) != (signIn != null)) {
            throw new IllegalArgumentException("sign-in belongs to an account of kind session, and is needed there");
        }
        if ((kind == Kind.CERTIFICATE) != (certificate != null)) {
            throw new IllegalArgumentException(
                    "certificate belongs to an account of kind certificate, and is needed there");
        }
        if ((kind == Kind.FORM) != (form != null)) {
            throw new IllegalArgumentException("form belongs to an account of kind form, and is needed there");
        }
        if (kind == Kind.FORM && logout == null) {
            throw new IllegalArgumentException("logout is needed by an account of kind form");
        }
        if (logout != null && kind != Kind.FORM && kind != Kind.SESSION) {
            throw new IllegalArgumentException("logout belongs to accounts of kind form and session");
        }
    }

    /** For messages: its name at login, else what kind it is. */
    public String who() {
        return username == null ? "the " + kind + " account" : username;
    }

    /** Whether it shows itself by the cookies of a session. */
    public boolean keepsSession() {
        return kind == Kind.SESSION || kind == Kind.FORM;
    }

    /** Whether it logs in at the service itself, not at the provider. */
    boolean logsInAtService() {
        return signIn != null || form != null;
    }

    /** Whether it logs in before it asks. */
    public boolean logsIn() {
        return switch (kind) {
            case PASSWORD, CODE, CLIENT_CREDENTIALS, SESSION, FORM -> true;
            case BEARER, API_KEY, BASIC, CERTIFICATE -> false;
        };
    }
}
