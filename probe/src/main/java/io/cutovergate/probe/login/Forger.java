package io.cutovergate.probe.login;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.yaml.Secret;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes from a genuine token those that must be refused. They are as secret as it is.
 *
 * @param key the issuer's, where it is a test's; null where none is known
 */
public record Forger(SignedToken genuine, @Nullable PrivateKey key, Migration migration) {

    /** With the key that the files give. */
    public static Forger of(SignedToken genuine, @Nullable Secret signingKey, Migration migration) {
        PrivateKey key = signingKey == null ? null : SigningKey.of(signingKey, genuine.algorithm());
        return new Forger(genuine, key, migration);
    }

    /** Whether a wrong claim is all that is wrong with a token. */
    public boolean signs() {
        return key != null;
    }

    /** Genuine in all but the hand that signed it: whether it is taken tells whether the key is the issuer's. */
    public String minted() {
        return secret(signed(genuine.claims()));
    }

    /** A token with wrong claims, signed by the issuer's key where it is known. */
    public String wrong(WrongClaims wrong) {
        ObjectNode claims = genuine.claims();
        wrong.apply(claims, Instant.now());
        return secret(signed(claims));
    }

    public String altered() {
        return secret(genuine.forged());
    }

    public String unsigned() {
        return secret(genuine.unsigned());
    }

    public String strange() {
        return secret(genuine.strange());
    }

    /** Signed with the issuer's public key as if it were a secret, in each form in which a program may hold it. */
    public List<String> confused(Issuer issuer) {
        return PublicKeys.asSecrets(PublicKeys.find(issuer.keys(), genuine.kid())).stream()
                .map(genuine::confused)
                .map(this::secret)
                .toList();
    }

    private String signed(ObjectNode claims) {
        return key == null ? genuine.altered(claims) : genuine.minted(claims, key);
    }

    private String secret(String token) {
        migration.secrets().add(token, "a token to be refused");
        return token;
    }
}
