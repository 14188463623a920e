package io.cutovergate.probe.http;

import io.cutovergate.harness.yaml.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs requests to AWS by Signature Version 4 ("Create a signed AWS API request", IAM User Guide). For requests to a path
 * without a query, as the services with a JSON protocol take them.
 *
 * @param service as it stands in the scope: {@code logs}
 */
public record AwsSignature(
        Secret accessKey, Secret secretKey, @Nullable Secret sessionToken, String region, String service, Clock clock) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAY_LENGTH = 8;

    /** The same with the headers {@code X-Amz-Date} and {@code Authorization}, and the token's where there is one. */
    public HttpRequest sign(HttpRequest request) {
        URI uri = URI.create(request.url());
        String now = TIME.format(clock.instant());
        HttpRequest dated = request.header("X-Amz-Date", now);
        if (sessionToken != null) {
            dated = dated.header("X-Amz-Security-Token", sessionToken.reveal());
        }
        TreeMap<String, String> signed = new TreeMap<>();
        dated.headers().forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value.strip()));
        signed.put("host", host(uri));
        String names = String.join(";", signed.keySet());
        String canonical = request.method() + "\n" + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + "\n\n"
                + signed.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + sha256(request.body() == null ? "" : request.body());
        String scope = now.substring(0, DAY_LENGTH) + "/" + region + "/" + service + "/aws4_request";
        String signature = HexFormat.of()
                .formatHex(hmac(key(scope), ALGORITHM + "\n" + now + "\n" + scope + "\n" + sha256(canonical)));
        return dated.header(
                "Authorization",
                ALGORITHM + " Credential=" + accessKey.reveal() + "/" + scope + ", SignedHeaders=" + names
                        + ", Signature=" + signature);
    }

    /** As it is sent: without the port where it is the scheme's own. */
    private static String host(URI uri) {
        boolean usual = uri.getPort() < 0 || uri.getPort() == ("http".equals(uri.getScheme()) ? 80 : 443);
        return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private byte[] key(String scope) {
        byte[] key = ("AWS4" + secretKey.reveal()).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
