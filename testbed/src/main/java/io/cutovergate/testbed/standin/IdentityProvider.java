package io.cutovergate.testbed.standin;

import com.nimbusds.jose.JOSEException;
import io.cutovergate.testbed.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.NettyWrapper;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequestHandler;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * The OpenID Connect provider: mock-oauth2-server, which believes every name, behind a desk that asks for a password.
 * The issuer's name is that of the gateway in front, which hands on the public host.
 */
public final class IdentityProvider {
    /** The path of the issuer, and the audience of its tokens. */
    public static final String ISSUER = "shop";

    private final String address;
    private final int port;
    private final Accounts accounts;
    private final KeyProvider keys = new KeyProvider();
    private final OAuth2TokenProvider tokens = new OAuth2TokenProvider(keys);
    private final LoginDesk desk;
    private OAuth2HttpServer server;

    private IdentityProvider(String address, int port, Accounts accounts, BackChannel backChannel) throws IOException {
        this.address = address;
        this.port = port;
        this.accounts = accounts;
        OAuth2Config config = new OAuth2Config(
                true, null, null, false, tokens, Set.of(new AccountClaims(accounts)), new NettyWrapper());
        this.desk = new LoginDesk(
                accounts,
                new OAuth2HttpRequestHandler(config).getAuthorizationServer(),
                ended -> backChannel.tell(ended, keys.signingKey(ISSUER).toRSAKey()));
        this.server = listen();
    }

    /**
     * Starts it.
     *
     * @param backChannel tells applications of logouts
     */
    public static IdentityProvider start(String address, int port, Accounts accounts, BackChannel backChannel)
            throws IOException {
        return new IdentityProvider(address, port, accounts, backChannel);
    }

    /**
     * A token with the issuer's signature, right or wrong in what it says.
     *
     * @param life how long it is valid from now on; negative for one that has expired that long ago
     */
    public String token(Account account, String issuer, String audience, Duration life) {
        Map<String, Object> claims = new HashMap<>(account.claims());
        claims.put("iss", issuer);
        claims.put("sub", account.name());
        claims.put("aud", List.of(audience));
        return tokens.jwt(claims, life, ISSUER).serialize();
    }

    /** The key that signs, in Base64 of PKCS #8, as a test's issuer may give it away. */
    public String signingKey() {
        try {
            byte[] key = keys.signingKey(ISSUER).toRSAKey().toPrivateKey().getEncoded();
            return Base64.getEncoder().encodeToString(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("the provider has no private key", e);
        }
    }

    /** Whether refresh tokens are taken from now on. */
    public void refreshes(boolean does) {
        desk.refreshes(does);
    }

    /** Whether a logout ends anything from now on. */
    public void logsOut(boolean does) {
        desk.logsOut(does);
    }

    /** Whether a code is good once from now on. */
    public void takesCodesOnce(boolean does) {
        desk.takesCodesOnce(does);
    }

    /** Whether a code is bound to its verifier from now on. */
    public void bindsCodes(boolean does) {
        desk.bindsCodes(does);
    }

    /** Puts roles into everybody's tokens from the next login on; none takes them out again. */
    public void grantToAll(List<String> roles) {
        accounts.grantToAll(roles);
    }

    /** Closes the port; keys and accounts stay. */
    public synchronized void down() {
        server.stop();
        Ports.awaitFree(address, port);
    }

    /** Opens the port again. */
    public synchronized void up() throws IOException {
        server = listen();
    }

    private OAuth2HttpServer listen() throws IOException {
        return new NettyWrapper().start(InetAddress.getByName(address), port, desk);
    }
}
