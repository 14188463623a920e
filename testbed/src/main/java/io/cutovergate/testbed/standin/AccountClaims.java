package io.cutovergate.testbed.standin;

import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import org.jspecify.annotations.Nullable;

/** What tokens of our issuer say; after a login by form the desk's claims are added to these. */
record AccountClaims(Accounts accounts) implements OAuth2TokenCallback {
    private static final Duration LIFE = Duration.ofHours(1);

    @Override
    public String issuerId() {
        return IdentityProvider.ISSUER;
    }

    @Override
    public @Nullable String subject(TokenRequest request) {
        return user(request);
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(IdentityProvider.ISSUER);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return accounts.find(user(request)).map(Account::claims).orElse(Map.of());
    }

    @Override
    public long tokenExpiry() {
        return LIFE.toSeconds();
    }

    private static @Nullable String user(TokenRequest request) {
        return request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant grant
                ? grant.getUsername()
                : null;
    }
}
