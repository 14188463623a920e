package io.cutovergate.testbed.net;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Asks a server for {@code /health/ready}.
 *
 * @param patience how long an answer may take
 */
public record HealthProbe(Duration patience) {

    /** Whether it answered 200 in time. */
    public boolean ready(URI server) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) server.resolve("/health/ready").toURL().openConnection();
            connection.setConnectTimeout((int) patience.toMillis());
            connection.setReadTimeout((int) patience.toMillis());
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
