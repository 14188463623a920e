package io.cutovergate.testbed.shop;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Stripe's signature of a webhook: {@code t=SECONDS,v1=HEX}, an HMAC-SHA256 over {@code SECONDS.BODY} that is at most 5 minutes old. */
record WebhookSignature(String secret, Clock clock) {

    private static final long TOLERANCE_SECONDS = 300;
    private static final Pattern HEADER = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");

    /** Throws 400 for a body that was not signed with our secret, or not just now. */
    void verify(String header, byte[] body) {
        Matcher parts = HEADER.matcher(header);
        if (!parts.matches()) {
            throw Problem.badRequest("Stripe-Signature is needed: t=…,v1=…");
        }
        String time = parts.group(1);
        byte[] given = HexFormat.of().parseHex(parts.group(2));
        if (!MessageDigest.isEqual(given, hmac(time, body))) {
            throw Problem.badRequest("the signature is not the provider's");
        }
        if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time)) > TOLERANCE_SECONDS) {
            throw Problem.badRequest("the signature is older than " + TOLERANCE_SECONDS + " s");
        }
    }

    private byte[] hmac(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
