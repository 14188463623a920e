package io.cutovergate.probe.tls.wire;

/** What cipher suites have in common that a rule speaks of. */
public enum Family {
    /** Authenticated encryption with a fresh key exchange. */
    MODERN("authenticated encryption"),
    /** A fresh key exchange, but block ciphers in CBC mode. */
    CBC("CBC"),
    /** The session's key is sent encrypted with the certificate's key: who gets that later reads everything. */
    STATIC_RSA("static RSA"),
    TRIPLE_DES("3DES"),
    DES("DES"),
    RC4("RC4"),
    EXPORT("EXPORT"),
    NULL("NULL encryption"),
    ANONYMOUS("anonymous key exchange");

    private final String title;

    Family(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
