package io.cutovergate.testbed.host;

import java.util.Locale;

/** One cloud's deployment, on a loopback address of its own. */
public enum Side {
    SOURCE("127.0.10.1"),
    TARGET("127.0.20.1");

    private final String address;

    Side(String address) {
        this.address = address;
    }

    /** Where everything of this side listens. */
    public String address() {
        return address;
    }

    /** The word for it in files, headers and labels. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
