package io.cutovergate.testbed.shop;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Holds a server process for as long as the process that started it lives. */
final class Lifeline {

    private Lifeline() {}

    /**
     * Closes the server and returns when standard input ends: the starter closed it or died, however abruptly. Closes it on SIGTERM
     * too, so that requests in flight are answered.
     */
    static void hold(Closeable server) throws IOException {
        Thread onSignal = new Thread(() -> close(server), "shutdown");
        Runtime.getRuntime().addShutdownHook(onSignal);
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().removeShutdownHook(onSignal);
        server.close();
    }

    private static void close(Closeable server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
