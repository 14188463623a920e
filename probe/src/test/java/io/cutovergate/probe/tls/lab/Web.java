package io.cutovergate.probe.tls.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** The least that is HTTP: one request, one answer by its path. */
final class Web {

    static final String HSTS = "Strict-Transport-Security: max-age=31536000\r\n";
    static final String FINE = answer(200, HSTS);

    private Web() {}

    static String answer(int status, String headers) {
        return "HTTP/1.1 " + status + " So\r\n" + headers + "Content-Length: 2\r\nConnection: close\r\n\r\nok";
    }

    static String redirect(String to) {
        return answer(301, HSTS + "Location: " + to + "\r\n");
    }

    /** What a server of plain HTTP says to a ClientHello. */
    static void refuse(Socket socket) throws IOException {
        socket.getInputStream().readNBytes(1);
        socket.getOutputStream().write(answer(400, "").getBytes(StandardCharsets.ISO_8859_1));
    }

    static void serve(Socket socket, Function<String, String> answers) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String request = in.readLine();
        for (String line = request; line != null && !line.isEmpty(); ) {
            line = in.readLine();
        }
        if (request != null) {
            String[] words = request.split(" ", -1);
            String answer = answers.apply(words.length > 1 ? words[1] : "");
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }
}
