package io.cutovergate.probe.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** A name server on a free port of the loopback that knows only what it is told. */
public final class TestNames implements AutoCloseable {

    private final DatagramSocket socket =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private volatile int code = Rcode.NOERROR;
    private volatile boolean authoritative;

    public TestNames() throws SocketException {
        Thread thread = new Thread(this::serve, "test-names");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers a name with these records and a TTL of 60 s, of whatever type is asked for those that fit; a CNAME always fits. */
    public TestNames knows(String name, String... lines) {
        records.put(
                name,
                java.util.Arrays.stream(lines).map(line -> record(name, line)).toList());
        return this;
    }

    /** Answers with authority from now on. */
    public TestNames authoritative() {
        authoritative = true;
        return this;
    }

    /** Answers everything with this code from now on. */
    public void answersOnly(int rcode) {
        code = rcode;
    }

    /** As {@code public.dns.resolvers} writes it. */
    public String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    public InetSocketAddress socketAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private static Record record(String name, String line) {
        try {
            String[] parts = line.split(" ", 2);
            return Record.fromString(
                    org.xbill.DNS.Name.fromString(name + "."),
                    org.xbill.DNS.Type.value(parts[0]),
                    org.xbill.DNS.DClass.IN,
                    60,
                    parts[1],
                    org.xbill.DNS.Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException(line, e);
        }
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private Message answer(Message query) {
        Record question = query.getQuestion();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        if (authoritative) {
            answer.getHeader().setFlag(Flags.AA);
        }
        answer.addRecord(question, Section.QUESTION);
        List<Record> known = records.get(question.getName().toString(true));
        answer.getHeader().setRcode(code == Rcode.NOERROR && known == null ? Rcode.NXDOMAIN : code);
        if (known != null) {
            known.stream()
                    .filter(record ->
                            record.getType() == question.getType() || record.getType() == org.xbill.DNS.Type.CNAME)
                    .forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
