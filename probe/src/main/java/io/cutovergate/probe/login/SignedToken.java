package io.cutovergate.probe.login;

import io.cutovergate.harness.evidence.Unexamined;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A JSON Web Token that was really issued (RFC 7519), to make from it what must be refused.
 *
 * @param parts header, claims and signature, as they stand in it
 */
public record SignedToken(List<String> parts) {

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
        return parts.get(0) + "." + parts.get(1) + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** The same claims unsigned, which nobody may accept (RFC 8725, section 3.1). */
    public String unsigned() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + parts.get(1) + ".";
    }
}
