package io.cutovergate.probe.tls.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Says what it is that is no TLS. */
final class Greeting {

    private static final int LONGEST = 60;
    private static final int PATIENCE_MILLIS = 200;

    private Greeting() {}

    static String describe(byte[] begin, InputStream rest, Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        String text = new String(begin, StandardCharsets.ISO_8859_1)
                + new String(rest.readNBytes(Math.min(rest.available(), LONGEST)), StandardCharsets.ISO_8859_1);
        String line = text.lines().findFirst().orElse("").replaceAll("[^\\x20-\\x7e]", "?");
        return (line.startsWith("HTTP/") ? "plain HTTP is spoken: " : "the answer begins with ") + "\"" + line + "\"";
    }
}
