package io.cutovergate.probe.login;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.json.JsonBody;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Public keys as an issuer publishes them (RFC 7517, RFC 7518 section 6), and as programs hold them. */
final class PublicKeys {

    private static final Map<String, String> CURVES =
            Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

    private PublicKeys() {}

    /** The key of that name among those published; the only one, where the token names none. */
    static PublicKey find(JsonBody keys, String kid) {
        long published = keys.count("$.keys");
        for (long i = 0; i < published; i++) {
            String at = "$.keys[" + i + "]";
            if (keys.text(at + ".kid").equals(kid) || (kid.isEmpty() && published == 1)) {
                try {
                    return read(keys, at);
                } catch (GeneralSecurityException | IllegalArgumentException e) {
                    throw new Unexamined("the issuer's key '" + kid + "' cannot be read: " + e.getMessage(), e);
                }
            }
        }
        throw new Unexamined("the issuer publishes no key called '" + kid + "', which signed its token");
    }

    private static PublicKey read(JsonBody keys, String at) throws GeneralSecurityException {
        String type = member(keys, at, "kty");
        if (type.equals("RSA")) {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(member(keys, at, "n")), number(member(keys, at, "e"))));
        }
        String curve = CURVES.get(member(keys, at, "crv"));
        if (!type.equals("EC") || curve == null) {
            throw new GeneralSecurityException("kty is " + type + ", crv is " + member(keys, at, "crv"));
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(curve));
        ECPoint point = new ECPoint(number(member(keys, at, "x")), number(member(keys, at, "y")));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static String member(JsonBody keys, String at, String name) {
        return keys.text(at + "." + name);
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    /**
     * The bytes that a program could take for a shared secret when it holds the key: its DER form, and its PEM form as
     * files have it, with and without the last line's end.
     */
    static List<byte[]> asSecrets(PublicKey key) {
        byte[] der = key.getEncoded();
        String lines =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8)).encodeToString(der);
        String pem = "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----";
        return List.of(der, pem.getBytes(StandardCharsets.UTF_8), (pem + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The key as a token may carry it (RFC 7515, section 4.1.3). */
    static ObjectNode jwk(PublicKey key) {
        ObjectNode jwk = JsonNodeFactory.instance.objectNode();
        if (key instanceof RSAPublicKey rsa) {
            return jwk.put("kty", "RSA").put("n", text(rsa.getModulus(), 0)).put("e", text(rsa.getPublicExponent(), 0));
        }
        ECPublicKey ec = (ECPublicKey) key;
        int bits = ec.getParams().getCurve().getField().getFieldSize();
        int bytes = (bits + 7) / 8;
        return jwk.put("kty", "EC")
                .put("crv", "P-" + bits)
                .put("x", text(ec.getW().getAffineX(), bytes))
                .put("y", text(ec.getW().getAffineY(), bytes));
    }

    /** Without a sign, at least of that length (RFC 7518, section 6.2.1.2). */
    private static String text(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] magnitude = bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        byte[] whole = new byte[Math.max(length, magnitude.length)];
        System.arraycopy(magnitude, 0, whole, whole.length - magnitude.length, magnitude.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }
}
