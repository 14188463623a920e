package io.cutovergate.testbed.net;

import java.util.Locale;

/**
 * Requests of a host below a path go to a pool.
 *
 * @param host as in the Host header, without a port
 * @param path a prefix; {@code /} takes all
 */
public record Route(String host, String path, ReplicaPool pool) {

    boolean takes(String requestedHost, String requestedPath) {
        return host.equals(requestedHost.toLowerCase(Locale.ROOT)) && requestedPath.startsWith(path);
    }
}
