package io.cutovergate.cutover.watch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Tells what a failure of a call means. */
final class Ending {

    private Ending() {}

    static Outcome of(IOException failure, Call.Phase phase) {
        if (failure instanceof InterruptedIOException) {
            return phase == Call.Phase.CONNECTED ? Outcome.READ_TIMEOUT : Outcome.CONNECT_TIMEOUT;
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return Outcome.REFUSED;
        }
        // A peer that goes away in the middle of a handshake is no peer whose certificate is refused.
        boolean broke = Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SocketException || cause instanceof EOFException);
        return failure instanceof SSLException && !broke ? Outcome.TLS : Outcome.RESET;
    }

    /** By the status alone: what a body says is for whoever has read it. */
    static Outcome of(int status, int expected, boolean slow) {
        if (status == expected) {
            return slow ? Outcome.SLOW : Outcome.OK;
        }
        return switch (status / 100) {
            case 4 -> Outcome.CLIENT_ERROR;
            case 5 -> Outcome.SERVER_ERROR;
            default -> Outcome.OTHER_STATUS;
        };
    }
}
