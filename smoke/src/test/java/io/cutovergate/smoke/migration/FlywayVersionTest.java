package io.cutovergate.smoke.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlywayVersionTest {

    @Test
    void ordersByNumberAndNotByText() {
        List<String> ordered = Stream.of("10", "9", "1.10", "1.9", "20260101.2", "2")
                .map(FlywayVersion::of)
                .sorted()
                .map(FlywayVersion::toString)
                .toList();
        assertThat(ordered).containsExactly("1.9", "1.10", "2", "9", "10", "20260101.2");
    }

    @Test
    void knowsTheSameVersionInEveryWriting() {
        assertThat(FlywayVersion.of("1_2_0")).isEqualTo(FlywayVersion.of("1.2"));
        assertThat(FlywayVersion.of("01")).isEqualTo(FlywayVersion.of("1"));
        assertThat(FlywayVersion.of("0")).isEqualTo(FlywayVersion.of("0.0"));
    }
}
