package io.cutovergate.probe.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A JSON Web Token that was really issued (RFC 7519), to make from it what must be refused.
 *
 * @param parts header, claims and signature, as they stand in it
 */
public record SignedToken(List<String> parts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 3;

    public SignedToken {
        parts = List.copyOf(parts);
    }

    /** Reads it; {@link Unexamined} where it is no signed token, for then nothing can be forged. */
    public static SignedToken of(String token) {
        List<String> parts = List.of(token.split("\\.", -1));
        if (parts.size() != PARTS) {
            throw new Unexamined("the issuer's access tokens are opaque (not JSON Web Tokens); none can be forged");
        }
        return new SignedToken(parts);
    }

    /** The same claims under a signature of the same length that is wrong. */
    public String forged() {
        byte[] signature = Base64.getUrlDecoder().decode(parts.get(2));
        signature[0] ^= 1;
        return parts.get(0) + "." + parts.get(1) + "." + encode(signature);
    }

    /** The same claims unsigned, which nobody may accept (RFC 8725, section 3.1). */
    public String unsigned() {
        return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts.get(1) + ".";
    }

    /** Other claims under the genuine signature. */
    String altered(ObjectNode claims) {
        return parts.get(0) + "." + encode(claims.toString()) + "." + parts.get(2);
    }

    /** Other claims, signed by the issuer's own key. */
    String minted(ObjectNode claims, PrivateKey key) {
        return signed(parts.get(0), encode(claims.toString()), key);
    }

    /**
     * The same claims, signed by a key that nobody knows and that the token brings along: whoever believes it, or looks
     * at no signature, lets it in (RFC 8725, section 3.10).
     */
    public String strange() {
        KeyPair pair = algorithm().stranger();
        ObjectNode header = header();
        header.set("jwk", PublicKeys.jwk(pair.getPublic()));
        return signed(encode(header.toString()), parts.get(1), pair.getPrivate());
    }

    /** The same claims, signed with a public key as if it were a shared secret (RFC 8725, section 2.1). */
    String confused(byte[] secret) {
        ObjectNode header = header().put("alg", "HS256");
        String text = encode(header.toString()) + "." + parts.get(1);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return text + "." + encode(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new Unexamined("no token can be signed by HS256: " + e.getMessage(), e);
        }
    }

    /** The name of the key that signed it; empty where it does not say. */
    String kid() {
        return header().path("kid").asText("");
    }

    JwsAlgorithm algorithm() {
        return JwsAlgorithm.of(header().path("alg").asText("nothing"));
    }

    ObjectNode claims() {
        return object(1, "claims");
    }

    private ObjectNode header() {
        return object(0, "header");
    }

    private ObjectNode object(int part, String name) {
        try {
            JsonNode node = JSON.readTree(Base64.getUrlDecoder().decode(parts.get(part)));
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new Unexamined("the " + name + " of the issuer's access token are no JSON object");
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Unexamined("the " + name + " of the issuer's access token cannot be read", e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }

    private String signed(String header, String claims, PrivateKey key) {
        String text = header + "." + claims;
        return text + "." + encode(algorithm().sign(key, text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String json) {
        return encode(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
