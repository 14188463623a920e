package io.cutovergate.probe.tls.lab;

import io.cutovergate.probe.tls.wire.Der;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Answers what a weakness takes by a script, as far as the first flight, and hands everything else to a sound server behind it; or
 * refuses it, where there is none.
 *
 * @param certificates what it shows, DER
 * @param staple an OCSP response sent along; none where it is empty
 * @param behind a port, or 0
 */
record WeakServer(Weakness weakness, Issued issued, List<List<Byte>> certificates, List<Byte> staple, int behind)
        implements Server.Conversation {

    private static final Map<Integer, String> ALGORITHMS =
            Map.of(0x0403, "SHA256withECDSA", 0x0203, "SHA1withECDSA", 0x0401, "SHA256withRSA", 0x0201, "SHA1withRSA");
    private static final int PROTOCOL_VERSION = 70;
    private static final int HANDSHAKE_FAILURE = 40;

    static WeakServer of(Weakness weakness, Issued issued, int behind) {
        return new WeakServer(
                weakness,
                issued,
                issued.sent().stream()
                        .map(certificate -> {
                            try {
                                return boxed(certificate.getEncoded());
                            } catch (GeneralSecurityException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .toList(),
                List.of(),
                behind);
    }

    WeakServer stapling(byte[] response) {
        return new WeakServer(weakness, issued, certificates, boxed(response), behind);
    }

    @Override
    public void with(Socket socket) throws IOException {
        ClientHello hello = ClientHello.read(socket.getInputStream());
        if (hello.version() == ClientHello.SSL_2) {
            ssl2(socket);
        } else if (weakness.takes().test(hello) && suite(hello) != 0) {
            socket.getOutputStream().write(flight(hello));
            socket.getOutputStream().flush();
            // until the visitor hangs up
            socket.getInputStream().readNBytes(1);
        } else if (behind != 0) {
            relay(socket, hello);
        } else {
            int why = hello.version() == weakness.version() ? HANDSHAKE_FAILURE : PROTOCOL_VERSION;
            socket.getOutputStream().write(record(21, new byte[] {2, (byte) why}));
        }
    }

    private void ssl2(Socket socket) throws IOException {
        if (weakness.version() == ClientHello.SSL_2) {
            // two octets of length, SERVER-HELLO, no session, X.509, version, and nothing in the three vectors
            socket.getOutputStream().write(new byte[] {(byte) 0x80, 11, 4, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0});
        }
    }

    /** Bytes there and back until one side has enough. */
    private void relay(Socket visitor, ClientHello hello) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            server.getOutputStream().write(hello.raw().toByteArray());
            CompletableFuture<Void> there = CompletableFuture.runAsync(() -> copy(visitor, server), task -> {
                Thread thread = new Thread(task, "lab-relay");
                thread.setDaemon(true);
                thread.start();
            });
            copy(server, visitor);
            there.cancel(true);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One of them has enough.
            assert e != null;
        }
    }

    private int suite(ClientHello hello) {
        return weakness.suites().stream()
                .filter(hello.suites()::contains)
                .findFirst()
                .orElse(0);
    }

    private byte[] flight(ClientHello hello) {
        int suite = suite(hello);
        byte[] random = new byte[32];
        random[0] = 7;
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        messages.writeBytes(message(2, serverHello(random, suite)));
        if (!isAnonymous(suite)) {
            messages.writeBytes(message(11, certificate()));
        }
        if (!staple.isEmpty()) {
            ByteArrayOutputStream status = new ByteArrayOutputStream();
            status.write(1);
            status.writeBytes(vector(3, unboxed(staple)));
            messages.writeBytes(message(22, status.toByteArray()));
        }
        byte[] exchange = exchange(hello, random, suite);
        if (exchange.length > 0) {
            messages.writeBytes(message(12, exchange));
        }
        messages.writeBytes(message(14, new byte[0]));
        return record(22, messages.toByteArray());
    }

    private byte[] serverHello(byte[] random, int suite) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(number(weakness.version(), 2));
        body.writeBytes(random);
        body.write(0);
        body.writeBytes(number(suite, 2));
        body.write(weakness.compresses() ? 1 : 0);
        if (weakness.renegotiates() && weakness.version() > 0x0300) {
            body.writeBytes(new byte[] {0, 5, (byte) 0xff, 1, 0, 1, 0});
        }
        return body.toByteArray();
    }

    private byte[] certificate() {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        certificates.forEach(der -> list.writeBytes(vector(3, unboxed(der))));
        return vector(3, list.toByteArray());
    }

    private byte[] exchange(ClientHello hello, byte[] random, int suite) {
        boolean numbers = isFiniteField(suite);
        if (!numbers && !isCurve(suite)) {
            return new byte[0];
        }
        byte[] parameters = numbers ? numbers() : curve();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(parameters);
        if (!isAnonymous(suite)) {
            if (weakness.version() == 0x0303) {
                body.writeBytes(number(weakness.scheme(), 2));
            }
            body.writeBytes(vector(2, signature(unboxed(hello.random()), random, parameters)));
        }
        return body.toByteArray();
    }

    private byte[] signature(byte[] theirs, byte[] ours, byte[] parameters) {
        if (weakness.version() != 0x0303) {
            // over MD5 and SHA-1 together, which nobody verifies any longer
            return new byte[64];
        }
        try {
            Signature signer = Signature.getInstance(ALGORITHMS.get(weakness.scheme()), Der.PROVIDER);
            signer.initSign(issued.keys().getPrivate());
            signer.update(theirs);
            signer.update(ours);
            signer.update(parameters);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] numbers() {
        byte[] prime = new byte[Math.max(weakness.dhBits(), 2048) / 8];
        if (weakness.dhBits() > 0) {
            prime = new byte[weakness.dhBits() / 8];
        }
        java.util.Arrays.fill(prime, (byte) 0xff);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(vector(2, prime));
        all.writeBytes(vector(2, (byte) 2));
        all.writeBytes(vector(2, (byte) 4));
        return all.toByteArray();
    }

    private static byte[] curve() {
        byte[] point = new byte[65];
        point[0] = 4;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(new byte[] {3, 0, 23});
        all.writeBytes(vector(1, point));
        return all.toByteArray();
    }

    private byte[] record(int type, byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += 1 << 14) {
            byte[] part = java.util.Arrays.copyOfRange(content, at, Math.min(content.length, at + (1 << 14)));
            all.write(type);
            all.writeBytes(number(Math.max(weakness.version(), 0x0300), 2));
            all.writeBytes(vector(2, part));
        }
        return all.toByteArray();
    }

    private static byte[] message(int type, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(type);
        all.writeBytes(vector(3, body));
        return all.toByteArray();
    }

    private static byte[] vector(int width, byte... content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(number(content.length, width));
        all.writeBytes(content);
        return all.toByteArray();
    }

    private static byte[] number(int value, int width) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (value >> (8 * (width - 1 - i)));
        }
        return bytes;
    }

    /** By the number in IANA's register; those that the laboratory uses. */
    private static boolean isAnonymous(int suite) {
        return suite == 0xC018 || suite == 0x0034 || suite == 0x0019;
    }

    private static boolean isFiniteField(int suite) {
        return suite == 0x0033 || suite == 0x009E || suite == 0x0034 || suite == 0x0014 || suite == 0x0015;
    }

    private static boolean isCurve(int suite) {
        return suite >> 8 == 0xC0 || suite >> 8 == 0xCC;
    }

    static List<Byte> boxed(byte[] bytes) {
        return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
    }

    private static byte[] unboxed(List<Byte> bytes) {
        byte[] all = new byte[bytes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes.get(i);
        }
        return all;
    }

    /** A text that is no certificate. */
    static List<Byte> garbage() {
        return boxed("this is no certificate".getBytes(StandardCharsets.US_ASCII));
    }
}
