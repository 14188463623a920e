package io.cutovergate.harness.config;

/** A public host name and its port. */
public record Host(String name, int port) {

    private static final int HTTPS = 443;

    /** Reads {@code name} or {@code name:port}; an {@link IllegalArgumentException} says what is wrong. */
    public static Host parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new Host(text, HTTPS);
        }
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port < 1 || port > 65_535 || colon == 0) {
                throw new IllegalArgumentException("'" + text + "' is no host, or host:port with a port of 1 to 65535");
            }
            return new Host(text.substring(0, colon), port);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no host, or host:port", e);
        }
    }

    /** The origin, for example {@code https://api.shop.example}. */
    public String origin() {
        return "https://" + this;
    }

    @Override
    public String toString() {
        return port == HTTPS ? name : name + ":" + port;
    }
}
