package io.cutovergate.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

class WebSocketCallTest {

    /** RFC 6455, section 1.3. */
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final OkHttpClient client = new OkHttpClient();

    private interface Reply {
        String to(String key) throws GeneralSecurityException;
    }

    @Test
    void anOpenWebSocketGivesItsFirstText() throws Exception {
        WebSocketAnswer answer = ask(key -> switching(accept(key)) + "\r\n" + "\u0081\u0004pong", true);
        assertThat(answer.refused()).isNull();
        assertThat(answer.handshake().status()).isEqualTo(101);
        assertThat(answer.message()).isEqualTo("pong");
    }

    @Test
    void aKeyThatIsAnsweredWronglyIsRefused() throws Exception {
        WebSocketAnswer answer = ask(key -> switching("bm90aGluZw==") + "\r\n", false);
        assertThat(answer.handshake().status()).isEqualTo(101);
        assertThat(answer.refused()).contains("Sec-WebSocket-Accept");
    }

    @Test
    void anotherStatusIsRefused() throws Exception {
        WebSocketAnswer answer = ask(key -> "HTTP/1.1 426 Upgrade Required\r\nContent-Length: 0\r\n\r\n", false);
        assertThat(answer.handshake().status()).isEqualTo(426);
        assertThat(answer.refused()).contains("426");
    }

    @Test
    void whereNobodyAnswersNothingIsSaid() {
        assertThatThrownBy(() -> ask(key -> "", false)).isInstanceOf(IOException.class);
    }

    private WebSocketAnswer ask(Reply reply, boolean wantsText) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> serve(server, reply));
            answering.start();
            Request request = new Request.Builder()
                    .url("http://127.0.0.1:" + server.getLocalPort() + "/live")
                    .build();
            return new WebSocketCall("here", "ping").make(client, request, Duration.ofSeconds(10), wantsText);
        }
    }

    private static void serve(ServerSocket server, Reply reply) {
        try (Socket socket = server.accept()) {
            String head = head(socket.getInputStream());
            String key = head.lines()
                    .filter(line -> line.startsWith("Sec-WebSocket-Key: "))
                    .map(line -> line.substring(19))
                    .findFirst()
                    .orElseThrow();
            socket.getOutputStream().write(reply.to(key).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("reset");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static String switching(String accept) {
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + accept + "\r\n";
    }

    private static String accept(String key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
        return Base64.getEncoder().encodeToString(digest);
    }
}
