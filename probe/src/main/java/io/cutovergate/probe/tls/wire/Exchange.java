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
import org.jspecify.annotations.Nullable;

/** Sends one ClientHello over a connection of its own, and reads the server's first flight. */
public final class Exchange {

    private final InetSocketAddress to;
    private final @Nullable String name;
    private final Duration within;

    /**
     * @param name the server's name for SNI, in ASCII; null where it is an address (RFC 6066, section 3)
     * @param within for connecting and the whole answer together
     */
    public Exchange(InetSocketAddress to, @Nullable String name, Duration within) {
        this.to = to;
        this.name = name;
        this.within = within;
    }

    public Answer send(Hello hello) {
        long started = System.nanoTime();
        try (Socket socket = new Socket()) {
            try {
                socket.connect(to, (int) within.toMillis());
            } catch (IOException e) {
                return new Answer.Unreachable(Causes.first(e));
            }
            socket.getOutputStream().write(hello.toRecord(name));
            FlightReader reader = new FlightReader(hello, hello.toMessage(name));
            Answer answer = read(new Records(socket, started + within.toNanos()), reader, started);
            return reader.retryGroup() < 0 ? answer : again(hello, reader.retryGroup(), answer);
        } catch (SocketTimeoutException e) {
            return new Answer.Silent("nothing came for " + within.toMillis() + " ms");
        } catch (EOFException e) {
            return new Answer.Refused("the connection was closed");
        } catch (Malformed e) {
            return new Answer.Foreign(Causes.first(e));
        } catch (IOException e) {
            return new Answer.Refused("the connection broke: " + Causes.first(e));
        }
    }

    /**
     * On a new connection with the share that the server wants: the retried handshake itself would say no more. Where we cannot
     * give that share, or gave it, the server speaks TLS 1.3 all the same.
     */
    private Answer again(Hello hello, int wanted, Answer first) {
        for (Group group : Group.values()) {
            if (group.code() == wanted
                    && hello.shares() != null
                    && !hello.shares().keys().containsKey(group)) {
                return send(Hello.tls13(List.of(group)));
            }
        }
        return first;
    }

    private static Answer read(Records records, FlightReader reader, long started) throws IOException {
        while (!reader.hasEnded() && reader.retryGroup() < 0) {
            try {
                Answer refusal = records.next(reader);
                if (refusal != null) {
                    return refusal;
                }
            } catch (EOFException | SocketTimeoutException | Malformed e) {
                if (!reader.hasBegun()) {
                    throw e;
                }
                // It picked, and that is what was asked.
                break;
            }
        }
        return new Answer.Accepted(reader.flight(Duration.ofNanos(System.nanoTime() - started)));
    }

    /** The records of one connection, opened where they are encrypted. */
    private static final class Records {

        private static final int LONGEST = (1 << 14) + 256;
        private static final int CHANGE_CIPHER_SPEC = 20;
        private static final int ALERT = 21;
        private static final int HANDSHAKE = 22;
        private static final int APPLICATION_DATA = 23;

        private final Socket socket;
        private final DataInputStream in;
        private final long deadline;
        private final Octets pending = new Octets();
        private int taken;
        private @Nullable HandshakeKeys keys;

        Records(Socket socket, long deadline) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
            this.deadline = deadline;
        }

        /** Hands the messages of the next record on; an answer is the end. */
        @Nullable
        Answer next(FlightReader reader) throws IOException {
            byte[] header = exactly(5);
            int type = header[0];
            if (type < CHANGE_CIPHER_SPEC || type > APPLICATION_DATA || header[1] != 3) {
                throw new Malformed(Greeting.describe(header, in, socket));
            }
            int length = ((header[3] & 0xff) << 8) | (header[4] & 0xff);
            if (length > LONGEST) {
                throw new Malformed("a record of " + length + " octets");
            }
            byte[] content = exactly(length);
            if (type == APPLICATION_DATA) {
                if (keys == null) {
                    throw new Malformed("encrypted records before any key");
                }
                byte[] open = keys.open(header, content);
                if (open.length == 0) {
                    throw new Malformed("an empty record");
                }
                type = open[open.length - 1];
                content = java.util.Arrays.copyOf(open, open.length - 1);
            }
            return switch (type) {
                case ALERT -> alert(content);
                case HANDSHAKE -> {
                    pending.raw(content);
                    messages(reader);
                    yield null;
                }
                default -> null;
            };
        }

        private void messages(FlightReader reader) throws Malformed {
            byte[] all = pending.bytes();
            while (all.length - taken >= 4) {
                int length = ((all[taken + 1] & 0xff) << 16) | ((all[taken + 2] & 0xff) << 8) | (all[taken + 3] & 0xff);
                if (all.length - taken - 4 < length) {
                    return;
                }
                boolean hello = !reader.hasBegun();
                reader.take(java.util.Arrays.copyOfRange(all, taken, taken + 4 + length));
                taken += 4 + length;
                if (hello) {
                    keys = reader.keys();
                }
            }
        }

        private byte[] exactly(int length) throws IOException {
            byte[] bytes = new byte[length];
            for (int at = 0; at < length; ) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new SocketTimeoutException("the time is over");
                }
                socket.setSoTimeout((int) left);
                int read = in.read(bytes, at, length - at);
                if (read < 0) {
                    throw new EOFException();
                }
                at += read;
            }
            return bytes;
        }

        private static @Nullable Answer alert(byte[] content) {
            // A warning is no refusal: a server may not know the name, and go on (RFC 6066, section 3).
            return content.length < 2 || (content[0] == 1 && content[1] != 0)
                    ? null
                    : new Answer.Refused("alert " + Alerts.name(content[1] & 0xff));
        }
    }
}
