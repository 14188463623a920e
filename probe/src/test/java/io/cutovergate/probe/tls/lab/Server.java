package io.cutovergate.probe.tls.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every connection to a free port of the loopback in a thread of its own. */
final class Server implements AutoCloseable {

    /** What becomes of a connection. */
    interface Conversation {
        void with(Socket socket) throws IOException;
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "lab");
        thread.setDaemon(true);
        return thread;
    });

    Server(Conversation conversation) {
        try {
            this.socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(conversation));
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept(Conversation conversation) {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> talk(conversation, client));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void talk(Conversation conversation, Socket client) {
        try (client) {
            client.setSoTimeout(10_000);
            conversation.with(client);
        } catch (IOException e) {
            // A probe breaks off as soon as it has seen enough.
            assert e != null;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
