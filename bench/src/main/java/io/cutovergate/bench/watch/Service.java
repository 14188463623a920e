package io.cutovergate.bench.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A small HTTPS server, a process of its own. It does what its standard input says, and prints the times between which it
 * did: {@code open}, {@code close}, {@code status CODE}, {@code delay MILLISECONDS}, {@code caught-up}, {@code stalls}.
 */
public final class Service {

    static final String PASSWORD = "changeit";
    static final String WARM = "warm";
    private static final int BACKLOG = 500;
    private static final int WARM_UP = 300;
    /** Microseconds. */
    private static final long POLL = 500;

    private final SSLContext tls;
    private final InetSocketAddress address;
    private final ExecutorService workers = Executors.newCachedThreadPool(Service::daemon);
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Set<Socket> unanswered = ConcurrentHashMap.newKeySet();
    private ServerSocket listener = new ServerSocket();
    private volatile int status = 200;
    private volatile long delay;

    private Service(SSLContext tls, InetSocketAddress address) throws IOException {
        this.tls = tls;
        this.address = address;
    }

    /** Arguments: address, port, and the key store. */
    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Stalls stalls = Stalls.watch();
        SSLContext tls = context(Path.of(args[2]));
        Service service = new Service(tls, new InetSocketAddress(args[0], Integer.parseInt(args[1])));
        service.warmUp();
        System.out.println(WARM);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("stalls")) {
                System.out.println(stalls);
                continue;
            }
            if (line.equals("caught-up")) {
                service.catchUp();
                long then = Moment.now();
                System.out.println(then + " " + then);
                continue;
            }
            long before = Moment.now();
            service.take(line.split(" ", -1));
            System.out.println(before + " " + Moment.now());
        }
    }

    private void take(String... words) throws IOException {
        switch (words[0]) {
            case "open" -> listener = listen(address);
            case "close" -> close();
            case "status" -> status = Integer.parseInt(words[1]);
            case "delay" -> delay = Long.parseLong(words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    private ServerSocket listen(InetSocketAddress at) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(at, BACKLOG);
        workers.execute(() -> accept(socket));
        return socket;
    }

    /** As when a process dies: whoever is connected is not any more. */
    private void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.setSoLinger(true, 0);
            connection.close();
        }
    }

    /** Returns when all who came before now have their answer: connections are taken in the order in which they came. */
    private void catchUp() throws IOException {
        try (Socket last = new Socket(address.getAddress(), address.getPort())) {
            int ours = last.getLocalPort();
            while (unanswered.stream().noneMatch(socket -> socket.getPort() == ours)) {
                Moment.await(Moment.now() + POLL);
            }
            List<Socket> before = unanswered.stream()
                    .filter(socket -> socket.getPort() != ours)
                    .toList();
            while (before.stream().anyMatch(unanswered::contains)) {
                Moment.await(Moment.now() + POLL);
            }
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket socket = from.accept();
                connections.add(socket);
                unanswered.add(socket);
                workers.execute(() -> serve(socket));
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            SSLSocket secure = (SSLSocket) tls.getSocketFactory().createSocket(socket, null, true);
            InputStream in = secure.getInputStream();
            while (readHead(in)) {
                Moment.await(Moment.now() + delay * 1000);
                secure.getOutputStream()
                        .write(("HTTP/1.1 " + status + " Bench\r\nContent-Length: 3\r\n\r\nok\n")
                                .getBytes(StandardCharsets.US_ASCII));
                unanswered.remove(socket);
            }
        } catch (IOException e) {
            // whoever asked has gone, or this service was told to close: there is nobody to tell
            connections.remove(socket);
        } finally {
            connections.remove(socket);
            unanswered.remove(socket);
        }
    }

    /** Whether there was one; requests without a body only. */
    private static boolean readHead(InputStream in) throws IOException {
        int last = 0;
        for (int next = in.read(); next != -1; next = in.read()) {
            last = last << 8 | next;
            if (last == 0x0D0A0D0A) {
                return true;
            }
        }
        return false;
    }

    /** Serves itself for a while elsewhere: a program that has only just started is slow, and would not be known to be. */
    private void warmUp() throws IOException {
        try (ServerSocket elsewhere = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            for (int i = 0; i < WARM_UP; i++) {
                try (Socket socket =
                        tls.getSocketFactory().createSocket(elsewhere.getInetAddress(), elsewhere.getLocalPort())) {
                    socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    if (socket.getInputStream().read() == -1) {
                        throw new IOException("the service does not serve itself");
                    }
                }
            }
        }
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            known.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(known, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "service");
        thread.setDaemon(true);
        return thread;
    }
}
