package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Request;
import io.cutovergate.probe.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobRequestTest {

    @Test
    void requestCarriesTheIdentifierWhereverItIsAskedFor() {
        Request enqueue = new Request(
                null,
                null,
                "/jobs/{id}",
                null,
                null,
                null,
                Map.of("Idempotency-Key", "{id}"),
                Map.of("id", List.of("{id}")),
                null,
                202,
                Map.of(),
                Map.of(),
                null,
                Map.of(),
                false,
                Request.Redirects.NONE,
                null,
                null,
                false,
                List.of(),
                1);
        HttpRequest request = JobRequest.of(new Host("api.shop.test", 443), enqueue, "42");
        assertThat(request.url()).isEqualTo("https://api.shop.test/jobs/42");
        assertThat(request.headers()).containsEntry("Idempotency-Key", "42");
        assertThat(request.body()).isEqualTo("{\"id\":[\"42\"]}");
    }
}
