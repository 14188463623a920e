package io.cutovergate.smoke;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Says which trace a request belongs to (W3C Trace Context, section 3.2).
 *
 * @param id of the trace: 32 hexadecimal digits, not all of them 0
 * @param parent the caller's span: 16 of them
 */
record Traceparent(String id, String parent) {

    private static final int ID_BYTES = 16;
    private static final int PARENT_BYTES = 8;

    /** A new one. */
    static Traceparent sampled() {
        return new Traceparent(hex(ID_BYTES), hex(PARENT_BYTES));
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        // None may be all zeros.
        random[0] |= 1;
        return HexFormat.of().formatHex(random);
    }

    /** The header's value: version 00, and the flag that the caller records it (section 3.2.2.5.1). */
    @Override
    public String toString() {
        return "00-" + id + "-" + parent + "-01";
    }
}
