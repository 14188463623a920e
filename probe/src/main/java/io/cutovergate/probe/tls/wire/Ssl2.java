package io.cutovergate.probe.tls.wire;

import io.cutovergate.probe.Causes;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks for SSL 2.0, whose messages are unlike all later ones. */
public final class Ssl2 {

    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 4;

    private Ssl2() {}

    /** Proposes all of its ciphers. */
    public static Answer send(InetSocketAddress to, Duration within) {
        long started = System.nanoTime();
        try (Socket socket = new Socket()) {
            try {
                socket.connect(to, (int) within.toMillis());
            } catch (IOException e) {
                return new Answer.Unreachable(Causes.first(e));
            }
            socket.setSoTimeout((int) within.toMillis());
            socket.getOutputStream().write(hello());
            return answer(new DataInputStream(socket.getInputStream()), started);
        } catch (SocketTimeoutException e) {
            return new Answer.Silent("nothing came for " + within.toMillis() + " ms");
        } catch (EOFException e) {
            return new Answer.Refused("the connection was closed");
        } catch (IOException e) {
            return new Answer.Refused("the connection broke: " + Causes.first(e));
        }
    }

    private static Answer answer(DataInputStream in, long started) throws IOException {
        int first = in.readUnsignedByte();
        in.readUnsignedByte();
        // A record of two octets' header has the highest bit set; anything later begins with a record type.
        if ((first & 0x80) == 0 || in.readUnsignedByte() != SERVER_HELLO) {
            return new Answer.Refused("no SERVER-HELLO of SSL 2.0 came");
        }
        return new Answer.Accepted(new Flight(
                Version.SSL_2,
                new Suite(0, "SSL 2.0", Family.RC4),
                false,
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Duration.ofNanos(System.nanoTime() - started)));
    }

    private static byte[] hello() {
        byte[] ciphers =
                Octets.numbers(List.of(0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700c0), 3);
        byte[] message = new Octets()
                .number(CLIENT_HELLO, 1)
                .number(Version.SSL_2.code(), 2)
                .number(ciphers.length, 2)
                .number(0, 2)
                .number(16, 2)
                .raw(ciphers)
                .raw("a challenge of16".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .bytes();
        return new Octets().number(0x8000 | message.length, 2).raw(message).bytes();
    }
}
