package io.cutovergate.probe.tls.wire;

import java.util.Arrays;

/** Reads what {@link Octets} writes; whatever is too short is {@link Malformed}. */
final class OctetReader {

    private final byte[] bytes;
    private int at;

    OctetReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    int number(int width) throws Malformed {
        int value = 0;
        for (byte octet : raw(width)) {
            value = (value << 8) | (octet & 0xff);
        }
        return value;
    }

    byte[] raw(int length) throws Malformed {
        if (length < 0 || length > bytes.length - at) {
            throw new Malformed("a message ends too early");
        }
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    /** A vector whose length is written in so many octets before it. */
    byte[] vector(int width) throws Malformed {
        return raw(number(width));
    }

    OctetReader inner(int width) throws Malformed {
        return new OctetReader(vector(width));
    }

    /** What was read since then. */
    byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, at);
    }

    int position() {
        return at;
    }
}
