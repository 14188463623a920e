package io.cutovergate.probe.tls.wire;

import java.io.IOException;

/** What the peer sent is no TLS, or breaks its rules. */
final class Malformed extends IOException {

    private static final long serialVersionUID = 1L;

    Malformed(String message) {
        super(message);
    }
}
