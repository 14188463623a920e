package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logins and refusals. */
@Section("Logins and refusals.")
public record Auth(
        @Key("The OpenID Connect provider.") Oidc oidc,
        @Key("Synthetic accounts, by name.") Map<String, SyntheticAccount> accounts,

        @Key("A session of the application that a logout at the provider must end.") @Nullable
        BackChannelLogout backChannelLogout,

        @Key("What must be refused.") @Nullable Refusals refusals) {

    @Section("The OpenID Connect provider. Its issuer is https://HOST/PATH.")
    public record Oidc(
            @Key(value = "Short name of its public host.", example = "id")
            String host,

            @Key(value = "Path of the issuer.", example = "/realms/shop")
            String path,

            @Key("Client that the gate logs in as.") String clientId,

            @Key("Secret of a confidential client.") @Nullable
            Secret clientSecret,

            @Key(
                    value =
                            "Where the provider sends codes to, for accounts of kind code and back-channel-logout: a short name of public.hosts and a path, or a whole address. Nobody is asked there.",
                    example = "www/callback")
            @Nullable
            String redirect,

            @Key(value = "Scopes that are asked for.", byDefault = "openid")
            String scope,

            @Key(
                    value =
                            "Whether a logout ends the refresh tokens of its session, where the provider has an end_session_endpoint.",
                    byDefault = "true")
            boolean logoutEndsTokens) {}

    @Section(
            "A session of the application that a logout at the provider must end, because the provider tells the application.")
    public record BackChannelLogout(
            @Key("Account of kind form whose login goes through the provider.")
            String account,

            @Key(value = "Time from the logout until the session must be refused.", byDefault = "10s")
            Duration within) {}

    @Section("What must be refused.")
    public record Refusals(
            @Key("Service that is asked.") String service,

            @Key(value = "Endpoint that wants a token.", example = "/api/orders")
            String endpoint,

            @Key(value = "Endpoint that wants a role.", example = "/api/admin/stats") @Nullable
            String adminEndpoint,

            @Key("Account without that role.") @Nullable String without,

            @Key(
                    "Tokens that must be refused, by what is wrong with them. One with the name of a token that the gate makes (expired token, wrong audience …) takes its place.")
            Map<String, Secret> tokens,

            @Key(
                    "Private key of the issuer (PKCS #8, PEM or Base64), where it is a test's: expired, foreign and early tokens are then signed and wrong in nothing else. Without it they are genuine tokens altered, whose signature is wrong as well.")
            @Nullable
            Secret signingKey) {}
}
