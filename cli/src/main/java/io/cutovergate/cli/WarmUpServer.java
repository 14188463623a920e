package io.cutovergate.cli;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.cutovergate.testbed.net.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

/** A service of one answer on this machine, with the files by which a gate judges it. Used by {@link WarmUp} only. */
final class WarmUpServer implements AutoCloseable {

    private static final byte[] ANSWER = "{\"name\":\"warm\",\"list\":[1]}".getBytes(StandardCharsets.UTF_8);

    private final HttpsServer server;
    private final Path environment;

    private WarmUpServer(HttpsServer server, Path environment) {
        this.server = server;
        this.environment = environment;
    }

    /**
     * Starts it.
     *
     * @param folder where its authority's certificate and the files are written
     */
    static WarmUpServer start(Path folder) throws IOException, GeneralSecurityException {
        Certificates authority = Certificates.root("CN=warm-up");
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(
                authority.issue(List.of("localhost"), Duration.ofDays(1)).context()));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("ca.pem"), authority.pem());
        Files.writeString(folder.resolve("application.yaml"), """
                format: 1
                name: warm-up
                services:
                  one:
                    host: api
                    health: { live: / }
                    requests:
                      - { get: /, headers: { Accept: application/json }, answer-headers: { Content-Type: application/json }, json: { $.name: warm, "$.list.length()": 1 } }
                """);
        Path environment = Files.writeString(folder.resolve("environment.yaml"), """
                format: 1
                application: application.yaml
                environment: warm-up
                release: { one: "1" }
                public: { hosts: { api: "localhost:%d" }, tls: { ca: [ca.pem] } }
                target: { name: local }
                """.formatted(
                        server.getAddress().getPort()));
        return new WarmUpServer(server, environment);
    }

    /** The environment file. */
    Path environment() {
        return environment;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
