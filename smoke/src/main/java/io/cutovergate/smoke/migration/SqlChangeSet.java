package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SQL of a change set in Liquibase's formatted SQL, and its checksum. */
final class SqlChangeSet {

    /** What is no SQL of the change, or is replaced before the checksum is made: no checksum is computed then. */
    private static final Pattern MORE = Pattern.compile(
            "^\\s*--\\s*(rollback|comment|precondition|valid|ignore|property|include|liquibase)|/\\*\\s*liquibase|\\$\\{",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final String VERSION = "9:";

    private SqlChangeSet() {}

    /**
     * The checksum of Liquibase's ninth algorithm (4.22 and later): MD5 over the checksums of its changes, here one, which is
     * MD5 over all that is not white space (AbstractSQLChange.NormalizingStream, ChangeSet.generateCheckSum).
     */
    static @Nullable String checksum(String body) {
        if (MORE.matcher(body).find()) {
            return null;
        }
        return VERSION + md5(VERSION + md5(body.replaceAll("[ \\n\\r\\t]", "")) + ":");
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new Unexamined("this JVM has no MD5", e);
        }
    }
}
