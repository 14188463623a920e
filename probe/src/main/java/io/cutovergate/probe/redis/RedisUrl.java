package io.cutovergate.probe.redis;

import io.cutovergate.harness.evidence.Unexamined;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The address of a cache: {@code redis://user@host:port/number}, {@code rediss} for TLS (IANA, "Uniform Resource
 * Identifier (URI) Schemes").
 *
 * @param user null for the default user
 * @param database its number
 */
record RedisUrl(
        String host, int port, boolean tls, @Nullable String user, int database) {

    private static final int PORT = 6379;

    static RedisUrl parse(String text, String key) {
        try {
            URI uri = new URI(text);
            boolean tls = "rediss".equals(uri.getScheme());
            if (uri.getHost() == null || !(tls || "redis".equals(uri.getScheme()))) {
                throw new Unexamined("'" + text + "' is no redis:// or rediss:// address (" + key + ".url)");
            }
            String path = uri.getPath() == null ? "" : uri.getPath().replace("/", "");
            return new RedisUrl(
                    uri.getHost(),
                    uri.getPort() < 0 ? PORT : uri.getPort(),
                    tls,
                    user(uri),
                    path.matches("\\d{1,4}") ? Integer.parseInt(path) : 0);
        } catch (URISyntaxException e) {
            // Its message quotes the address, in which somebody may have written a password.
            throw new Unexamined("no redis:// or rediss:// address (" + key + ".url)");
        }
    }

    private static @Nullable String user(URI uri) {
        String info = uri.getUserInfo();
        String user = info == null ? "" : info.split(":", 2)[0];
        return user.isEmpty() ? null : user;
    }

    String where() {
        return host + ":" + port;
    }
}
