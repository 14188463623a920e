package io.cutovergate.testbed;

import io.cutovergate.testbed.net.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

/** Asks where partners ask, without their certificate. */
record PartnerVisit(Visitor visitor) {

    /** Whether stock is told, to nobody or to one whose authority nobody knows. */
    boolean isServed(boolean shows) throws IOException, GeneralSecurityException {
        int port = Integer.parseInt(visitor.variable("TESTBED_PARTNER_PORT"));
        String head = "GET /api/partner/stock HTTP/1.1\r\nHost: " + visitor.host("api") + ":" + port
                + "\r\nConnection: close\r\n\r\n";
        try (Socket plain = new Socket(visitor.resolve("api"), port);
                SSLSocket socket = (SSLSocket) visitor.context(
                                shows
                                        ? Certificates.root("CN=Cutover Gate testbed partners")
                                                .issueTo("CN=partner-1", Duration.ofDays(1))
                                                .keyManagers()
                                        : null)
                        .getSocketFactory()
                        .createSocket(plain, visitor.host("api"), port, true)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .startsWith("HTTP/1.1 200");
        } catch (SSLException | SocketException e) {
            // The gateway ends the connection; what is seen of that first depends on who is faster.
            return false;
        }
    }
}
