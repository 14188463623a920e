package io.cutovergate.harness.evidence;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Something a check saw, kept in a file.
 *
 * @param name what it is, for people
 * @param type its media type, for example {@code text/plain}
 * @param file where it stands
 * @param sha256 its digest in hexadecimal
 */
public record Attachment(String name, String type, Path file, String sha256) {

    /** SHA-256 in hexadecimal. */
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
