package io.cutovergate.cutover.watch;

import io.cutovergate.harness.config.Watched;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.util.Map;
import okhttp3.Handshake;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tells which side gave an answer: by its header, else by the certificate where the sides show different ones, else by
 * the address where they stand at different ones.
 *
 * @param addresses of the sides' entries
 * @param certificates that the entries show
 */
record Sides(Watched.Told told, Map<InetAddress, Seen> addresses, Map<Certificate, Seen> certificates) {

    Seen of(@Nullable Response response, @Nullable Handshake handshake, @Nullable InetAddress address) {
        Seen seen = byHeader(response);
        if (seen == Seen.UNKNOWN
                && handshake != null
                && !handshake.peerCertificates().isEmpty()) {
            seen = certificates.getOrDefault(handshake.peerCertificates().get(0), Seen.UNKNOWN);
        }
        if (seen == Seen.UNKNOWN && address != null) {
            seen = addresses.getOrDefault(address, Seen.UNKNOWN);
        }
        return seen;
    }

    private Seen byHeader(@Nullable Response response) {
        String header = told.header();
        String value = response == null || header == null ? null : response.header(header);
        if (value == null) {
            return Seen.UNKNOWN;
        }
        return value.equals(told.source()) ? Seen.SOURCE : value.equals(told.target()) ? Seen.TARGET : Seen.UNKNOWN;
    }
}
