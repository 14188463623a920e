package io.cutovergate.testbed.standin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells applications that a session has ended (OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.5), at the addresses that
 * they have registered.
 *
 * @param addresses by client
 * @param http finds public names as users do
 */
public record BackChannel(String issuer, Map<String, String> addresses, OkHttpClient http) {
    private static final Logger LOG = LoggerFactory.getLogger(BackChannel.class);
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
    private static final Duration LIFE = Duration.ofMinutes(2);

    void tell(ProviderSessions.Session ended, RSAKey key) {
        for (String client : ended.clients()) {
            String address = addresses.get(client);
            if (address != null) {
                send(address, token(client, ended, key));
            }
        }
    }

    private String token(String client, ProviderSessions.Session ended, RSAKey key) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(ended.account().name())
                .audience(client)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()))
                .claim("sid", ended.sid())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(TYPE)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("no logout token can be signed", e);
        }
        return token.serialize();
    }

    private void send(String address, String token) {
        Request request = new Request.Builder()
                .url(address)
                .post(new FormBody.Builder().add("logout_token", token).build())
                .build();
        http.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                LOG.warn("{} was not told of a logout", address, e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                try (response) {
                    if (!response.isSuccessful()) {
                        LOG.warn("{} answers {} to a logout", address, response.code());
                    }
                }
            }
        });
    }
}
