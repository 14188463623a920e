package io.cutovergate.testbed.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a scrape is read as, and how it is shown again. */
class SampleTest {
    private static final String SCRAPE = """
            # TYPE http_requests_total counter
            http_requests_total{method="GET",path="/a,b"} 7
            up 1
            """;

    @Test
    void readsSamplesAndAddsTheTargetsLabels() {
        List<Sample> samples = Sample.parse(SCRAPE, Map.of("instance", "backend-1"), 42);

        assertThat(samples)
                .extracting(Sample::line)
                .containsExactly(
                        "http_requests_total{instance=\"backend-1\",method=\"GET\",path=\"/a,b\"} 7 42\n",
                        "up{instance=\"backend-1\"} 1 42\n");
    }

    @Test
    void selectorsFindThem() {
        Sample sample =
                Sample.parse(SCRAPE, Map.of("instance", "backend-1"), 42).get(0);

        assertThat(List.of("http_requests_total", "{instance=\"backend-1\"}", "http_requests_total{method=~\"G.*\"}"))
                .allMatch(text -> Selector.parse(text).matches(sample.name(), sample.labels()));
        assertThat(List.of("up", "http_requests_total{method=\"POST\"}", "{instance!=\"backend-1\"}"))
                .noneMatch(text -> Selector.parse(text).matches(sample.name(), sample.labels()));
    }
}
