package io.cutovergate.testbed.net;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server's certificate shall be.
 *
 * @param validFor from now on; negative for one that has expired that long ago
 * @param isAuthority whether it may sign certificates itself, which no server's should
 * @param isRsa whether its key is one of RSA, else one of a curve
 * @param list where the authority says what it has revoked
 */
public record CertificateOrder(
        List<String> hosts,
        Duration validFor,
        boolean isAuthority,
        boolean isRsa,
        @Nullable String list) {

    /** A usual one. */
    public static CertificateOrder of(List<String> hosts, Duration validFor) {
        return new CertificateOrder(hosts, validFor, false, false, null);
    }

    public CertificateOrder asAuthority() {
        return new CertificateOrder(hosts, validFor, true, isRsa, list);
    }

    public CertificateOrder withRsa() {
        return new CertificateOrder(hosts, validFor, isAuthority, true, list);
    }

    public CertificateOrder listedAt(String address) {
        return new CertificateOrder(hosts, validFor, isAuthority, isRsa, address);
    }
}
