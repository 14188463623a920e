package io.cutovergate.testbed.net;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;

/** The authoritative name server of one zone, over UDP and TCP (RFC 1035, section 4.2). */
public final class NameServer {
    private static final Logger LOG = LoggerFactory.getLogger(NameServer.class);
    private static final int LONGEST_QUERY = 4096;
    private static final int PLAIN_UDP = 512;
    private static final int TCP_TIMEOUT_MILLIS = 5000;

    private final Answers answers;
    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "name-server");
        thread.setDaemon(true);
        return thread;
    });

    private NameServer(Supplier<org.xbill.DNS.Zone> zone, String address, int port) throws IOException {
        this.answers = new Answers(zone);
        this.udp = new DatagramSocket(new InetSocketAddress(address, port));
        this.tcp = new ServerSocket(port, 50, InetAddress.getByName(address));
    }

    /** Starts to answer. */
    public static void start(Zone zone, String address, int port) throws IOException {
        start(zone::published, address, port);
    }

    /** Starts to answer as a secondary, which has a copy of the zone. */
    public static void start(Secondary secondary, String address, int port) throws IOException {
        start(secondary::published, address, port);
    }

    private static void start(Supplier<org.xbill.DNS.Zone> zone, String address, int port) throws IOException {
        NameServer server = new NameServer(zone, address, port);
        server.threads.execute(server::serveUdp);
        server.threads.execute(server::serveTcp);
    }

    private void serveUdp() {
        byte[] buffer = new byte[LONGEST_QUERY];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                udp.receive(packet);
                byte[] wire = Arrays.copyOf(buffer, packet.getLength());
                byte[] answer = fitting(answers.to(wire), wire);
                udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                LOG.warn("query not answered", e);
            }
        }
    }

    /** A longer answer is cut, and says so, for the client to ask again over TCP. */
    private static byte[] fitting(Message answer, byte[] query) throws IOException {
        Message asked = new Message(query);
        int room = asked.getOPT() == null
                ? PLAIN_UDP
                : Math.max(PLAIN_UDP, asked.getOPT().getPayloadSize());
        byte[] wire = answer.toWire();
        if (wire.length <= room) {
            return wire;
        }
        Message cut = new Message(answer.getHeader().getID());
        cut.getHeader().setFlag(Flags.QR);
        cut.getHeader().setFlag(Flags.AA);
        cut.getHeader().setFlag(Flags.TC);
        cut.addRecord(asked.getQuestion(), Section.QUESTION);
        return cut.toWire();
    }

    private void serveTcp() {
        while (true) {
            try {
                Socket client = tcp.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                LOG.warn("query not answered", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(TCP_TIMEOUT_MILLIS);
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            byte[] query = new byte[in.readUnsignedShort()];
            in.readFully(query);
            byte[] answer = answers.to(query).toWire();
            out.writeShort(answer.length);
            out.write(answer);
            out.flush();
        } catch (IOException e) {
            LOG.warn("query not answered", e);
        }
    }
}
