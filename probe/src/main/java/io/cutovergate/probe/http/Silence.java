package io.cutovergate.probe.http;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Causes;
import io.cutovergate.probe.dns.Place;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** Explains why there is no answer. */
final class Silence {

    private Silence() {}

    /** Whether somebody was there and ended the connection, by a TLS alert or without a word. */
    static boolean isEnded(IOException failure) {
        if (failure instanceof SSLException) {
            Throwable root = Causes.root(failure);
            return String.valueOf(failure.getMessage()).contains("fatal alert")
                    || root instanceof EOFException
                    || root instanceof SocketException;
        }
        return !(failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof InterruptedIOException);
    }

    static Unexamined explain(IOException failure, HttpRequest request, Place place) {
        String who = place.where() + " for " + request + " (" + place.vantage() + ")";
        String why = Causes.first(failure);
        Throwable root = Causes.root(failure);
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return new Unexamined("nobody answers at " + who + ": " + why, root);
        }
        if (failure instanceof SSLException) {
            return new Unexamined("no TLS connection to " + who + ": " + why, root);
        }
        if (failure instanceof SocketTimeoutException || failure instanceof InterruptedIOException) {
            return new Unexamined(
                    "no whole answer within " + Units.print(request.within()) + " from " + who + ": " + why, root);
        }
        return new Unexamined("the connection breaks to " + who + ": " + why, root);
    }
}
