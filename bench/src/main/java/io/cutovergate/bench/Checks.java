package io.cutovergate.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The same checks, each a request with status, two headers and three JSON values, for whoever asks them.
 *
 * @param folder where the files are written
 * @param count how many checks
 */
record Checks(Path folder, int count) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the server serves: {@code /api/items/1} and so on. */
    Path served() throws IOException {
        Path items = Files.createDirectories(folder.resolve("served/api/items"));
        for (int item = 1; item <= count; item++) {
            write(items, item, "item " + item);
        }
        return folder.resolve("served");
    }

    /** Changes one value of one answer, or changes it back. */
    void damage(boolean damaged) throws IOException {
        write(folder.resolve("served/api/items"), count / 2, damaged ? "another" : "item " + count / 2);
    }

    private static void write(Path items, int item, String name) throws IOException {
        JSON.writeValue(
                items.resolve(Integer.toString(item)).toFile(),
                Map.of(
                        "id",
                        item,
                        "name",
                        name,
                        "price",
                        item * 1.25,
                        "tags",
                        List.of("new", "sale", "no " + item % 7)));
    }

    /** The environment file of the gate, and beside it the application file with the requests. */
    Path environment(String name, int port) throws IOException {
        StringBuilder application = new StringBuilder("""
                format: 1
                name: catalogue
                services:
                  catalogue:
                    host: api
                    health: { live: /api/items/1 }
                    requests:
                """);
        for (int item = 1; item <= count; item++) {
            application.append("""
                          - { get: /api/items/%1$d, headers: { Accept: application/json }, status: 200, \
                    answer-headers: { Content-Type: application/json, Cache-Control: no-store }, \
                    json: { $.id: %1$d, $.name: item %1$d, "$.tags.length()": 3 } }
                    """.formatted(item));
        }
        Files.writeString(folder.resolve("application.yaml"), application);
        return Files.writeString(folder.resolve(name + ".yaml"), """
                format: 1
                application: application.yaml
                environment: bench
                release: { catalogue: "1" }
                public: { hosts: { api: "localhost:%d" }, tls: { ca: [ca.pem] } }
                target: { name: local }
                """.formatted(port));
    }

    /** A collection for newman. */
    Path collection(String name, String origin) throws IOException {
        Path file = folder.resolve(name + ".json");
        JSON.writeValue(
                file.toFile(),
                Map.of(
                        "info",
                        Map.of(
                                "name",
                                "catalogue",
                                "schema",
                                "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"),
                        "item",
                        IntStream.rangeClosed(1, count)
                                .mapToObj(item -> item(item, origin))
                                .toList()));
        return file;
    }

    private static Map<String, Object> item(int item, String origin) {
        return Map.of(
                "name",
                "item " + item,
                "request",
                Map.of(
                        "method",
                        "GET",
                        "url",
                        origin + "/api/items/" + item,
                        "header",
                        List.of(Map.of("key", "Accept", "value", "application/json"))),
                "event",
                List.of(Map.of("listen", "test", "script", Map.of("exec", List.of(script(item))))));
    }

    private static String script(int item) {
        return """
                pm.test('item %1$d is there', () => {
                  pm.response.to.have.status(200);
                  pm.expect(pm.response.headers.get('Content-Type')).to.equal('application/json');
                  pm.expect(pm.response.headers.get('Cache-Control')).to.equal('no-store');
                  const body = pm.response.json();
                  pm.expect(body.id).to.equal(%1$d);
                  pm.expect(body.name).to.equal('item %1$d');
                  pm.expect(body.tags.length).to.equal(3);
                });
                """.formatted(item);
    }
}
