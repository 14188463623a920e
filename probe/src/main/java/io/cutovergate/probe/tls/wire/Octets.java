package io.cutovergate.probe.tls.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes the presentation language of TLS (RFC 8446, section 3): numbers of fixed width, vectors with their length before them. */
final class Octets {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Octets number(int value, int width) {
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
        return this;
    }

    Octets raw(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The bytes, with their length in so many octets before them. */
    Octets vector(int width, byte... bytes) {
        return number(bytes.length, width).raw(bytes);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    static byte[] numbers(List<Integer> values, int width) {
        Octets octets = new Octets();
        values.forEach(value -> octets.number(value, width));
        return octets.bytes();
    }
}
