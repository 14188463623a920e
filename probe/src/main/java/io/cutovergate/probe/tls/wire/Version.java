package io.cutovergate.probe.tls.wire;

/** A protocol version, oldest first. */
public enum Version {
    SSL_2(0x0002, "SSL 2.0"),
    SSL_3(0x0300, "SSL 3.0"),
    TLS_1_0(0x0301, "TLS 1.0"),
    TLS_1_1(0x0302, "TLS 1.1"),
    TLS_1_2(0x0303, "TLS 1.2"),
    TLS_1_3(0x0304, "TLS 1.3");

    private final int code;
    private final String title;

    Version(int code, String title) {
        this.code = code;
        this.title = title;
    }

    int code() {
        return code;
    }

    /** Whether nobody should offer it any longer (RFC 6176, RFC 7568, RFC 8996). */
    public boolean isOld() {
        return compareTo(TLS_1_2) < 0;
    }

    static Version of(int code) throws Malformed {
        for (Version version : values()) {
            if (version.code == code) {
                return version;
            }
        }
        throw new Malformed("a version that nobody knows: 0x%04x".formatted(code));
    }

    @Override
    public String toString() {
        return title;
    }
}
