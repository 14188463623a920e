package io.cutovergate.smoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.smoke.Deployment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorChecksTest {

    private static final String NOTHING = "/api/cutover-gate-asks-for-nothing";
    private static final Map<String, String> PROBLEM =
            Map.of("Content-Type", "application/problem+json; charset=utf-8");

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder)
                .answers(NOTHING, 404, "{\"title\":\"Not Found\",\"status\":404}", PROBLEM)
                .answers("/api/orders", 401, "{\"title\":\"Unauthorized\",\"status\":401}", PROBLEM);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void errorsInTheirOwnFormAreProven() {
        assertThat(causes()).isEmpty();
    }

    @Test
    void aPageInPlaceOfTheFormFails() {
        deployment.answers(NOTHING, 404, "<h1>404 Not Found</h1>", Map.of("Content-Type", "text/html"));
        assertThat(String.join("\n", causes()))
                .contains("Content-Type of the error of backend at target is text/html; rule: exactly"
                        + " application/problem+json (services.backend.errors.content-type)")
                .contains("values missing of the error of backend at target is 2")
                .contains("$.title, $.status: GET");
    }

    @Test
    void anotherStatusFails() {
        deployment.answers("/api/orders", 403, "{}", PROBLEM);
        assertThat(causes())
                .singleElement()
                .asString()
                .contains("status of the error of backend at target is 403; rule: exactly 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at com.shop.Orders.place(Orders.java:41)",
                "Traceback (most recent call last)",
                "at Layer.handle [as handle_request] (/app/node_modules/express/lib/layer.js:95:5)",
                "at Shop.Api.Get(Int32 id) in /src/Api.cs:line 12",
                "#0 /var/www/index.php(12): run()",
                "app/models/order.rb:12:in `place'",
                "goroutine 1 [running]:"
            })
    void aStackTraceIsFoundAndNotRepeated(String line) {
        deployment.answers(
                NOTHING, 404, "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"" + line + "\"}", PROBLEM);
        assertThat(causes())
                .singleElement()
                .asString()
                .contains("stack trace in the error of backend at target is true; rule: exactly false")
                .doesNotContain(line);
    }

    @Test
    void aSentenceIsNoStackTrace() {
        assertThat(StackTraces.isIn("nothing at /api/nothing (see https://shop.test/errors.html:12)"))
                .isFalse();
    }

    private List<String> causes() {
        return deployment.judge(ErrorChecks.class, """
                        services:
                          backend:
                            host: api
                            health: { ready: /ready }
                            errors: { content-type: application/problem+json, has: [$.title, $.status], below: /api, refused: /api/orders }
                        """, "", "").causes();
    }
}
