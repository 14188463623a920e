package io.cutovergate.testbed;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The client of a host's control channel. */
final class Control {
    /** Longer than any fault takes, so that only a host that hangs meets it. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final State state;

    Control(State state) {
        this.state = state;
    }

    long hostPid() {
        return state.pid();
    }

    Map<String, String> variables() {
        Properties text = new Properties();
        try {
            text.load(new StringReader(call("GET", "/variables")));
        } catch (IOException e) {
            throw new TestbedException("unreadable variables: " + e.getMessage(), e);
        }
        Map<String, String> variables = new TreeMap<>();
        text.stringPropertyNames().forEach(name -> variables.put(name, text.getProperty(name)));
        return variables;
    }

    List<String> active() {
        return call("GET", "/faults").lines().toList();
    }

    String inject(String fault) {
        return call("PUT", "/faults/" + fault);
    }

    void heal(String fault) {
        call("DELETE", "/faults/" + fault);
    }

    void reset() {
        call("DELETE", "/faults");
    }

    private String call(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(state.control() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + state.token())
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> response;
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("interrupted during " + method + " " + path, e);
        } catch (IOException e) {
            String end = state.alive() ? "does not answer" : "has ended";
            throw new TestbedException("the testbed's host (process " + state.pid() + ") " + end + ": " + e, e);
        }
        if (response.statusCode() >= 300) {
            throw new TestbedException(response.body());
        }
        return response.body();
    }
}
