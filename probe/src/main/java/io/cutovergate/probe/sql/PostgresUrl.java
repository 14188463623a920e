package io.cutovergate.probe.sql;

import io.cutovergate.harness.evidence.Unexamined;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code postgresql://user@host:port/database?parameters}, as libpq writes it ("Connection URIs"), without a password.
 *
 * @param where host, port and database
 * @param parameters with the question mark, or empty; the JDBC driver's
 */
record PostgresUrl(@Nullable String user, String where, String parameters) {

    private static final Pattern FORM = Pattern.compile("postgres(?:ql)?://(?:([^@/?]*)@)?([^@?]+/[^@/?]+)(\\?.*)?");

    private static final Pattern LOOPBACK =
            Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\])(?::\\d+)?/.*");

    static PostgresUrl parse(String url, String key) {
        Matcher matcher = FORM.matcher(url);
        if (!matcher.matches()) {
            throw new Unexamined(key + ".url has not the form postgresql://user@host:port/database");
        }
        String user = matcher.group(1);
        if (user != null && user.contains(":")) {
            throw new Unexamined(key + ".url holds a password; it belongs to " + key + ".password");
        }
        return new PostgresUrl(
                user == null ? null : URLDecoder.decode(user, StandardCharsets.UTF_8),
                matcher.group(2),
                matcher.group(3) == null ? "" : matcher.group(3));
    }

    /** Host and port, with another database. */
    String on(String database) {
        return where.substring(0, where.lastIndexOf('/') + 1) + database;
    }

    /**
     * As the driver takes it. Whoever says nothing about TLS gets it with the server's name checked, by the authorities that
     * this machine trusts; only on this machine itself nobody listens in (libpq, "SSL Mode Descriptions").
     */
    String jdbc() {
        if (parameters.contains("sslmode=") || LOOPBACK.matcher(where).matches()) {
            return "jdbc:postgresql://" + where + parameters;
        }
        String authorities =
                parameters.contains("sslrootcert=") ? "" : "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
        return "jdbc:postgresql://" + where + (parameters.isEmpty() ? "?" : parameters + "&") + "sslmode=verify-full"
                + authorities;
    }
}
