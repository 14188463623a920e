package io.cutovergate.probe.tls.wire;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that are compared by what they are. */
public final class Octet {

    private final byte[] bytes;

    public Octet(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octet octet && Arrays.equals(bytes, octet.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
