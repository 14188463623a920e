package io.cutovergate.smoke.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AlertCatcherTest {

    @Test
    void keepsWhatArrivesWhileItListens() throws Exception {
        String address = "127.0.0.1:" + free();
        try (AlertCatcher catcher = AlertCatcher.at(address)) {
            int status = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://" + address + "/alerts"))
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"mark\":\"cutover-gate-1\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();

            assertThat(status).isEqualTo(200);
            assertThat(catcher.count("cutover-gate-1")).isEqualTo(1);
            assertThat(catcher.count("cutover-gate-2")).isZero();
        }
        try (AlertCatcher again = AlertCatcher.at(address)) {
            assertThat(again.count("cutover-gate-1")).isZero();
        }
    }

    @Test
    void whereItCannotListenItSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> AlertCatcher.at("127.0.0.1:" + taken.getLocalPort()))
                    .isInstanceOf(Unexamined.class)
                    .hasMessageContaining("nobody can wait for the alert")
                    .hasMessageContaining("target.alerts.webhook");
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
