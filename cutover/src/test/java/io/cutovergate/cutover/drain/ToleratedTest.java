package io.cutovergate.cutover.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cutovergate.harness.config.DrainLimits;
import io.cutovergate.harness.config.DrainLimits.Arriving;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ToleratedTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Test
    void letsDeclaredClientsStayWhileTheyMay() {
        assertThat(of(rule("backend-*", "shop", TODAY)).stays(client("backend-1", "shop")))
                .isTrue();
        assertThat(of(rule("backend-*", "shop", TODAY.minusDays(1))).stays(client("backend-1", "shop")))
                .isFalse();
        assertThat(of(rule(null, "shop", TODAY)).stays(client("anything", "shop")))
                .isTrue();
        assertThat(of(rule("a.b", null, TODAY)).stays(client("axb", "shop"))).isFalse();
    }

    @Test
    void takesNobodyForAnother() {
        Tolerated tolerated = of(rule("backend-*", "shop", TODAY));
        assertThat(tolerated.stays(client("backend-1", "reporting"))).isFalse();
        assertThat(tolerated.stays(client("my-backend-1", "shop"))).isFalse();
        assertThat(tolerated.stays(client("", "shop"))).isFalse();
    }

    @Test
    void needsToKnowWhom() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(null, null, TODAY));
    }

    @Test
    void letsDeclaredRequestsArriveWhileTheyMay() {
        String health = "http_requests_total{path=\"/health/ready\"}";
        assertThat(arriving(TODAY).mayArrive(health)).isTrue();
        assertThat(arriving(TODAY).mayArrive("http_requests_total{path=\"/api\"}"))
                .isFalse();
        assertThat(arriving(TODAY.minusDays(1)).mayArrive(health)).isFalse();
        assertThat(arriving(TODAY.minusDays(1)).told())
                .containsExactly("requests of path=\"/health/ready\" were let be until 2026-11-25: it is warm (jo;"
                        + " limits.source-drained)");
    }

    private static Tolerated arriving(LocalDate until) {
        Arriving rule = new Arriving("path=\"/health/ready\"", "it is warm", "jo", until);
        return new Tolerated(limits(List.of(rule), List.of()), TODAY);
    }

    private static Tolerated of(DrainLimits.Client rule) {
        return new Tolerated(limits(List.of(), List.of(rule)), TODAY);
    }

    private static DrainLimits.Client rule(@Nullable String application, @Nullable String role, LocalDate until) {
        return new DrainLimits.Client(application, role, "it is warm", "jo", until);
    }

    private static DrainLimits limits(List<Arriving> requests, List<DrainLimits.Client> clients) {
        return new DrainLimits(Duration.ofSeconds(1), Duration.ofSeconds(1), 0, requests, clients);
    }

    private static Client client(String application, String role) {
        return new Client(1, application, role, "127.0.0.1", "today", false, false);
    }
}
