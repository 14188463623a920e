package io.cutovergate.probe.tls.wire;

import io.cutovergate.probe.Causes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks who keeps silent to TLS whether it waits for plain HTTP. */
final class PlainHttp {

    private static final byte[] REQUEST = "HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private PlainHttp() {}

    static Answer send(InetSocketAddress to, Duration within) {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(to, (int) within.toMillis());
            } catch (IOException e) {
                return new Answer.Unreachable(Causes.first(e));
            }
            socket.setSoTimeout((int) within.toMillis());
            socket.getOutputStream().write(REQUEST);
            byte[] begin = socket.getInputStream().readNBytes(5);
            return new String(begin, StandardCharsets.US_ASCII).equals("HTTP/")
                    ? new Answer.Foreign(Greeting.describe(begin, socket.getInputStream(), socket))
                    : new Answer.Refused("no plain HTTP is spoken either");
        } catch (SocketTimeoutException e) {
            return new Answer.Silent("nothing came for " + within.toMillis() + " ms");
        } catch (IOException e) {
            return new Answer.Refused("the connection broke: " + Causes.first(e));
        }
    }
}
