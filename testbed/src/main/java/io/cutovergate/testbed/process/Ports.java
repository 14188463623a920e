package io.cutovergate.testbed.process;

import io.cutovergate.testbed.TestbedException;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Hands out free TCP ports, each once. They lie below the range that Linux takes for outgoing connections
 * ({@code ip_local_port_range} starts at 32768), so that no client's connection lands on one before its server listens.
 */
public final class Ports {
    private static final int FIRST = 18_000;
    private static final int COUNT = 12_000;
    private static final int TRIES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SecureRandom random = new SecureRandom();
    private final Set<Integer> given = new HashSet<>();

    /** A port that is free on all of these addresses. */
    public synchronized int free(String... addresses) {
        for (int i = 0; i < TRIES; i++) {
            int port = FIRST + random.nextInt(COUNT);
            if (given.add(port) && free(port, addresses)) {
                return port;
            }
        }
        throw new TestbedException("no free port after " + TRIES + " tries on " + String.join(", ", addresses));
    }

    /** Waits until something listens; the name of what it is stands in the error. */
    public static void awaitListening(String what, String address, int port) {
        Wait.until(
                () -> listens(address, port),
                PATIENCE,
                () -> "nothing listens on " + address + ":" + port + " (" + what + ")");
    }

    /** Waits until nobody listens any more. */
    public static void awaitFree(String address, int port) {
        Wait.until(() -> free(port, address), PATIENCE, () -> "somebody listens on " + address + ":" + port);
    }

    private static boolean listens(String address, int port) {
        try (Socket socket = new Socket(address, port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean free(int port, String... addresses) {
        for (String address : addresses) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(address, port));
            } catch (BindException e) {
                return false;
            } catch (IOException e) {
                throw new TestbedException("cannot listen on " + address + ": " + e.getMessage(), e);
            }
        }
        return true;
    }
}
