package io.cutovergate.cutover.watch;

/** How one request ended. */
public enum Outcome {
    OK("ok"),
    /** Good, but after longer than {@code watch.slow}. */
    SLOW("slow"),
    /** The documented refusal of a write while the system is read-only. */
    READ_ONLY("read-only"),
    CLIENT_ERROR("4xx"),
    SERVER_ERROR("5xx"),
    /** Any other status than the expected one. */
    OTHER_STATUS("other-status"),
    /** Nobody listens, or nobody is there. */
    REFUSED("refused"),
    /** The connection broke after it stood. */
    RESET("reset"),
    /** No connection, TLS included, within {@code watch.connect}. */
    CONNECT_TIMEOUT("connect-timeout"),
    /** A connection, but no whole answer within {@code watch.within}. */
    READ_TIMEOUT("read-timeout"),
    /** The peer's certificate or TLS is refused. */
    TLS("tls"),
    /** The name cannot be looked up. */
    DNS("dns");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** Whether the user got what was asked for, fast or not. */
    public boolean served() {
        return this == OK || this == SLOW;
    }

    /** Whether the server can have seen nothing of the request, so that a write was surely not made. */
    public boolean neverSent() {
        return this == REFUSED || this == CONNECT_TIMEOUT || this == TLS || this == DNS;
    }

    /** The word of a record. */
    static Outcome of(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word.equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no outcome: " + word);
    }

    @Override
    public String toString() {
        return word;
    }
}
