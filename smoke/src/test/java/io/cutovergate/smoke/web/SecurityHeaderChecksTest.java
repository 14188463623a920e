package io.cutovergate.smoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.smoke.Deployment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityHeaderChecksTest {

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void theUsualHeadersAreEnoughOfAnInterface() {
        assertThat(causes("{ }", Map.of("Server", "gateway"))).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(causes("{ }", Map.of("X-Content-Type-Options", "none")))
                .singleElement()
                .asString()
                .contains("header X-Content-Type-Options of backend at target is none; rule: exactly nosniff")
                .contains("services.backend.security-headers.expect");
        assertThat(causes("{ expect: { Referrer-Policy: no-referrer, X-Content-Type-Options: ~ .* } }", Map.of()))
                .singleElement()
                .asString()
                .contains("header Referrer-Policy of backend at target is absent; rule: exactly no-referrer");
    }

    @Test
    void versionsOfSoftwareAreNotTold() {
        assertThat(causes("{ }", Map.of("Server", "Apache/2.4.58 (Debian)", "X-Powered-By", "PHP/8")))
                .singleElement()
                .asString()
                .contains("headers that tell a version of backend at target is 2; rule: exactly 0")
                .contains("Server: Apache/2.4.58 (Debian)");
        assertThat(causes("{ versions: true }", Map.of("Server", "nginx/1.25.3")))
                .isEmpty();
    }

    @Test
    void noOtherSiteMayFrameAPage() {
        Map<String, String> page = Map.of("Content-Type", "text/html; charset=utf-8");
        assertThat(causes("{ }", page))
                .singleElement()
                .asString()
                .contains("page that other sites may frame of backend at target is true; rule: exactly false");
        assertThat(causes("{ framed: true }", page)).isEmpty();
        assertThat(causes("{ }", with(page, "X-Frame-Options", "SAMEORIGIN"))).isEmpty();
        assertThat(causes("{ }", with(page, "Content-Security-Policy", "default-src *; frame-ancestors 'self'")))
                .isEmpty();
        assertThat(causes("{ }", with(page, "Content-Security-Policy", "frame-ancestors https:")))
                .hasSize(1);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return more;
    }

    private List<String> causes(String section, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(Map.of("X-Content-Type-Options", "nosniff"));
        all.putAll(headers);
        deployment.answers("/ready", 200, "{}", all);
        return deployment
                .judge(SecurityHeaderChecks.class, """
                        services:
                          backend: { host: api, health: { ready: /ready }, security-headers: %s }
                        """.formatted(section), "", "")
                .causes();
    }
}
