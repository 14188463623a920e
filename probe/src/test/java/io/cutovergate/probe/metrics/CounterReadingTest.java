package io.cutovergate.probe.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CounterReadingTest {

    @Test
    void tellsWhichSeriesGrew() {
        CounterReading before = read("hits{path=\"/a\"} 5 1764150000\nhits{path=\"/b\"} 7\nhits_other 3\n");
        CounterReading after = read("hits{path=\"/a\"} 6\nhits{path=\"/b\"} 7\nhits{path=\"/c\"} 2\n");
        assertThat(before.samples()).isEqualTo(2);
        assertThat(before.sum()).isEqualByComparingTo("12");
        assertThat(after.since(before))
                .containsEntry("hits{path=\"/a\"}", BigDecimal.ONE)
                .containsEntry("hits{path=\"/c\"}", new BigDecimal("2"))
                .hasSize(2);
    }

    @Test
    void countsWhatBeganAnewFromZero() {
        assertThat(read("hits 3").since(read("hits 900"))).containsEntry("hits", new BigDecimal("3"));
        assertThat(read("hits 0").since(read("hits 900"))).isEmpty();
    }

    private static CounterReading read(String text) {
        return CounterReading.of(text, "hits");
    }
}
