package io.cutovergate.bench;

import io.cutovergate.testbed.net.Certificates;
import io.cutovergate.testbed.net.ServerCertificate;
import io.cutovergate.testbed.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * nginx on this machine, with an authority of its own.
 *
 * @param prompt port that answers at once, with TLS
 * @param plain port that answers at once, without
 * @param late port that answers after the delay, with TLS
 */
record Nginx(Process process, int prompt, int plain, int late, Certificates authority) implements AutoCloseable {

    private static final String ADDRESS = "127.0.0.1";
    static final String PASSWORD = "changeit";

    /**
     * Starts it.
     *
     * @param folder where {@code ca.pem}, {@code trust.p12} and its own files are written
     * @param served folder of the answers
     * @param delay port that decides when an answer is sent
     */
    static Nginx start(Path folder, Path served, int delay) throws IOException, GeneralSecurityException {
        Certificates authority = Certificates.root("CN=bench");
        ServerCertificate certificate = authority.issue(List.of("localhost"), Duration.ofDays(1));
        Files.writeString(folder.resolve("ca.pem"), authority.pem());
        trust(folder.resolve("trust.p12"), authority);
        Files.writeString(
                folder.resolve("server.pem"),
                pem("CERTIFICATE", certificate.chain().get(0).getEncoded()));
        Files.writeString(
                folder.resolve("server.key"),
                pem("PRIVATE KEY", certificate.key().getEncoded()));
        Ports ports = new Ports();
        int prompt = ports.free(ADDRESS);
        int plain = ports.free(ADDRESS);
        int late = ports.free(ADDRESS);
        Path configuration =
                Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; master_process off; pid nginx.pid; error_log stderr warn;
                events {}
                http {
                  access_log off; default_type application/json;
                  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  ssl_certificate server.pem; ssl_certificate_key server.key;
                  add_header Cache-Control no-store;
                  upstream delay { server 127.0.0.1:%5$d; keepalive 64; }
                  server { listen 127.0.0.1:%2$d ssl; listen 127.0.0.1:%3$d; root %1$s; }
                  server {
                    listen 127.0.0.1:%4$d ssl;
                    location / { proxy_pass http://delay; proxy_http_version 1.1; proxy_set_header Connection ""; }
                    location /served/ { internal; alias %1$s/; }
                  }
                }
                """.formatted(served, prompt, plain, late, delay));
        Process process = new ProcessBuilder(
                        "nginx", "-p", folder.toString(), "-e", "stderr", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        Ports.awaitListening("nginx", ADDRESS, late);
        return new Nginx(process, prompt, plain, late, authority);
    }

    private static void trust(Path file, Certificates authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("bench", authority.certificate());
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
