package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.util.List;

/** Which pages of other origins may ask a service in a browser. */
@Section("Which pages of other origins may ask it in a browser (WHATWG Fetch, \"CORS protocol\").")
public record Cors(
        @Key(value = "Path that is asked.", example = "/api/products")
        String path,

        @Key(
                value = "Origins that may: short names of public hosts, whole origins, or * for every one.",
                example = "[ www, \"https://admin.shop.example\" ]")
        List<String> origins,

        @Key(value = "Methods that they may use; none means GET.", example = "[ GET, POST, DELETE ]")
        List<String> methods,

        @Key(value = "Request headers that they may send.", example = "[ Authorization, Content-Type ]")
        List<String> headers,

        @Key(value = "Whether cookies may come with it.", byDefault = "false")
        boolean credentials) {

    public Cors {
        if (origins.isEmpty()) {
            throw new IllegalArgumentException("origins needs one at least");
        }
        if (credentials && origins.contains("*")) {
            throw new IllegalArgumentException("with credentials * lets nobody in (WHATWG Fetch, \"CORS check\")");
        }
        methods = methods.isEmpty() ? List.of("GET") : methods;
    }

    /** Whether every origin may ask. */
    public boolean isOpen() {
        return origins.contains("*");
    }
}
