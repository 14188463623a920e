package io.cutovergate.probe.tls.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Prometheus' blackbox_exporter with a strict module, and the usual alert on a certificate's end. */
final class BlackboxPeer implements Peer, AutoCloseable {

    private static final Duration SOON = Duration.ofDays(21);
    private static final String MODULE = """
            modules:
              https:
                prober: http
                timeout: 8s
                http:
                  preferred_ip_protocol: ip4
                  fail_if_not_ssl: true
                  fail_if_header_not_matches:
                    - { header: Strict-Transport-Security, regexp: "max-age=([2-9][0-9]{7}|1[6-9][0-9]{6}|[0-9]{9,})" }
                  tls_config: { ca_file: "%s", min_version: TLS12 }
            """;

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    BlackboxPeer(String program, Path folder) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        Path config = Files.writeString(folder.resolve("blackbox.yml"), MODULE.formatted(folder.resolve("ca.pem")));
        this.process = new ProcessBuilder(program, "--config.file=" + config, "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("blackbox.txt").toFile())
                .start();
    }

    @Override
    public Set<String> complaints(String host, int theirs) throws IOException, InterruptedException {
        String target = URLEncoder.encode("https://127.0.0.1:" + theirs + "/", StandardCharsets.UTF_8);
        String name = host.equals("127.0.0.1") ? "" : "&hostname=" + host;
        String metrics = client.send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + "/probe?module=https&target=" + target + name))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Set<String> found = new TreeSet<>();
        if (!metrics.contains("\nprobe_success 1")) {
            found.add("probe_success 0");
        }
        metrics.lines()
                .filter(line -> line.startsWith("probe_ssl_earliest_cert_expiry "))
                .map(line -> Instant.ofEpochSecond((long) Double.parseDouble(line.substring(line.indexOf(' ') + 1))))
                .filter(end -> end.isBefore(Instant.now().plus(SOON)))
                .forEach(end -> found.add("probe_ssl_earliest_cert_expiry"));
        return found;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
