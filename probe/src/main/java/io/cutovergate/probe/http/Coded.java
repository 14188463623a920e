package io.cutovergate.probe.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import okio.ByteString;
import org.brotli.dec.BrotliInputStream;

/**
 * A body without its content coding (RFC 9110, section 8.4).
 *
 * @param cut whether it goes on
 */
record Coded(ByteString body, boolean cut) {

    /** Undoes codings that we know; what is no such coding becomes a text that says so. */
    static Coded undo(byte[] sent, boolean cut, String coding, int longest) {
        if (sent.length == 0 || !isKnown(coding)) {
            return new Coded(ByteString.of(sent), cut);
        }
        try (InputStream in = reader(sent, coding)) {
            byte[] body = in.readNBytes(longest + 1);
            boolean isLong = body.length > longest;
            return new Coded(ByteString.of(body, 0, isLong ? longest : body.length), isLong || cut);
        } catch (IOException e) {
            String said = cut
                    ? "(longer than 1 MiB even as " + coding + ")"
                    : "(the body is no " + coding + ": " + e.getMessage() + ")";
            return new Coded(ByteString.encodeUtf8(said), cut);
        }
    }

    private static boolean isKnown(String coding) {
        return switch (coding.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip", "br" -> true;
            default -> false;
        };
    }

    private static InputStream reader(byte[] sent, String coding) throws IOException {
        InputStream in = new ByteArrayInputStream(sent);
        return coding.equalsIgnoreCase("br") ? new BrotliInputStream(in) : new GZIPInputStream(in);
    }
}
