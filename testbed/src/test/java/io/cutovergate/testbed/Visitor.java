package io.cutovergate.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/** Sees the testbed as a user does: resolves public names at its name server and trusts its root only. */
record Visitor(Map<String, String> variables) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** Status line and headers, and the body. */
    record Answer(String head, String body) {
        int status() {
            return Integer.parseInt(head.substring(9, 12));
        }

        String header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    String variable(String name) {
        return Objects.requireNonNull(variables.get(name), name);
    }

    String host(String label) {
        return label + "." + variable("TESTBED_DOMAIN");
    }

    /** The address that the name server gives for a public name. */
    InetAddress resolve(String label) {
        try {
            String[] server = variable("TESTBED_DNS").split(":", 2);
            SimpleResolver resolver = new SimpleResolver(server[0]);
            resolver.setPort(Integer.parseInt(server[1]));
            Lookup lookup = new Lookup(host(label) + ".");
            lookup.setResolver(resolver);
            lookup.setCache(null);
            Record[] records = lookup.run();
            return ((ARecord) Objects.requireNonNull(records, lookup.getErrorString())[0]).getAddress();
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        } catch (org.xbill.DNS.TextParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Answer get(String label, String path) throws IOException {
        return send(label, "GET", path, "", null);
    }

    Answer getAs(String token, String path) throws IOException {
        return send("api", "GET", path, "Authorization: Bearer " + token + "\r\n", null);
    }

    Answer getWith(String header, String value, String path) throws IOException {
        return send("api", "GET", path, header + ": " + value + "\r\n", null);
    }

    Answer postAs(String token, String path, String json) throws IOException {
        return send(
                "api", "POST", path, "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n", json);
    }

    /** The answer to a body that is a text. */
    Answer postText(String path) throws IOException {
        return send("api", "POST", path, "Content-Type: text/plain\r\n", "text");
    }

    /** The answer to a login by the password grant. */
    Answer login(String user, String password) throws IOException {
        String form = Stream.of(
                        "grant_type=password",
                        "client_id=" + variable("TESTBED_CLIENT_ID"),
                        "scope=openid",
                        "username=" + user,
                        "password=" + URLEncoder.encode(password, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return form("/shop/token", form);
    }

    /** The answer of the provider to a form. */
    Answer form(String path, String form) throws IOException {
        return send("id", "POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", form);
    }

    String token() throws IOException {
        String body = login("ada", variable("TESTBED_USER_PASSWORD")).body();
        return body.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    /** The answer to any request; headers end with a line break. */
    Answer send(String label, String method, String path, String headers, @Nullable String body) throws IOException {
        int port = Integer.parseInt(variable("TESTBED_PORT"));
        try (Socket plain = new Socket(resolve(label), port);
                SSLSocket socket =
                        (SSLSocket) context().getSocketFactory().createSocket(plain, host(label), port, true)) {
            plain.setSoTimeout(20_000);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            String head = method + " " + path + " HTTP/1.1\r\nHost: " + host(label) + ":" + port
                    + "\r\nConnection: close\r\nContent-Length: " + content.length + "\r\n" + headers + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            String[] answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2);
            return new Answer(answer[0], answer.length > 1 ? answer[1] : "");
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The first line of the answer to a GET whose connection may stay open. */
    String head(String label, String path, String headers) throws IOException {
        int port = Integer.parseInt(variable("TESTBED_PORT"));
        try (SSLSocket socket = connect(label, port)) {
            socket.setSoTimeout(20_000);
            String head = "GET " + path + " HTTP/1.1\r\nHost: " + host(label) + ":" + port + "\r\n" + headers + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
        }
    }

    /** What is chosen of HTTP/2 and HTTP/1.1 in the handshake. */
    String protocols(String label) throws IOException {
        try (SSLSocket socket = connect(label, Integer.parseInt(variable("TESTBED_PORT")))) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getApplicationProtocol();
        }
    }

    private SSLSocket connect(String label, int port) throws IOException {
        try {
            return (SSLSocket) context()
                    .getSocketFactory()
                    .createSocket(new Socket(resolve(label), port), host(label), port, true);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The certificate that the side behind a public name shows. */
    X509Certificate certificate(String label) throws IOException {
        int port = Integer.parseInt(variable("TESTBED_PORT"));
        try (Socket plain = new Socket(resolve(label), port);
                SSLSocket socket =
                        (SSLSocket) context().getSocketFactory().createSocket(plain, host(label), port, true)) {
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The process id of one of the target's replicas. */
    static String pid(Visitor visitor, String replica) throws IOException {
        return Files.readString(Path.of(visitor.variable("TESTBED_DIR"), "target", replica + ".pid"));
    }

    /** A plain request to one of the stand-ins. */
    static String plain(String method, String url, @Nullable String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    /** A plain POST of a form to one of the stand-ins. */
    static String form(String url, String token, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The first value that a query gives on a side, as the application's user. */
    static String sql(Visitor visitor, String side, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:" + visitor.variable("TESTBED_" + side + "_DB").replace("shop@", ""),
                        "shop",
                        visitor.variable("TESTBED_" + side + "_DB_PASSWORD"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private SSLContext context() throws GeneralSecurityException, IOException {
        return context(null);
    }

    /** Shows a certificate where the server asks for one. */
    SSLContext context(KeyManager @Nullable [] keys) throws GeneralSecurityException, IOException {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        try (InputStream pem = Files.newInputStream(Path.of(variable("TESTBED_CA")))) {
            roots.setCertificateEntry(
                    "root", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }
}
