package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "300ms, PT0.3S, 300ms", "30s, PT30S, 30s", "15m, PT15M, 15m", "2h, PT2H, 2h", "14d, PT336H, 14d",
        "0s, PT0S, 0s", "90s, PT1M30S, 90s", "300s, PT5M, 5m", "1000ms, PT1S, 1s", "24h, PT24H, 1d"
    })
    void durations(String written, Duration duration, String printed) {
        assertThat(Units.duration(written)).isEqualTo(duration);
        assertThat(Units.print(duration)).isEqualTo(printed);
        assertThat(Units.duration(printed)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "15",
                "s",
                "",
                "1.5s",
                "-1s",
                "1 s",
                "1w",
                "1h30m",
                "99999999999999999999s",
                "9223372036854775807d"
            })
    void noDurations(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Units.duration(text));
    }

    @ParameterizedTest
    @CsvSource({"PT48H0M14S, 2.0d", "PT1H1S, 1.0h", "PT4M30S, 4.5m", "PT90S, ''", "PT1H, ''", "PT0.25S, ''"})
    void aLongDurationIsTold(Duration duration, String about) {
        assertThat(Units.about(duration)).isEqualTo(about);
    }

    @ParameterizedTest
    @CsvSource({"108546496, 103.5MiB", "1073741825, 1.0GiB", "67108864, ''", "1000001, ''"})
    void aLargeSizeIsTold(long bytes, String about) {
        assertThat(new Size(bytes).about()).isEqualTo(about);
    }

    @Test
    void aMeasuredDurationBelowAMillisecondIsAFractionOfIt() {
        assertThat(Units.print(Duration.ofNanos(250_000))).isEqualTo("0.25ms");
        assertThat(Units.print(Duration.ofNanos(1_000_000_001))).isEqualTo("1000.000001ms");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5%, 0.005, 0.5%",
        "+10%, 0.1, 10%",
        "0%, 0, 0%",
        "100%, 1, 100%",
        "0.07%, 0.0007, 0.07%",
        "7%, 0.07, 7%",
        "250%, 2.5, 250%"
    })
    void shares(String written, double fraction, String printed) {
        assertThat(Share.parse(written)).isEqualTo(new Share(fraction)).hasToString(printed);
        assertThat(Share.parse(printed)).isEqualTo(new Share(fraction));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "%", "-1%", "a%", "1 %", ""})
    void noShares(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Share.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "64MiB, 67108864, 64MiB",
        "1GiB, 1073741824, 1GiB",
        "10KiB, 10240, 10KiB",
        "5B, 5, 5B",
        "0B, 0, 0B",
        "10kB, 10000, 10kB",
        "10MB, 10000000, 10MB",
        "2GB, 2000000000, 2GB",
        "1TiB, 1099511627776, 1TiB",
        "1024MiB, 1073741824, 1GiB",
        "1000kB, 1000000, 1MB",
        "1024MB, 1024000000, 1024MB"
    })
    void sizes(String written, long bytes, String printed) {
        assertThat(Size.parse(written)).isEqualTo(new Size(bytes)).hasToString(printed);
        assertThat(Size.parse(printed)).isEqualTo(new Size(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "MiB", "1.5GiB", "-1B", "1KB", "1mb", "9999999999TiB", ""})
    void noSizes(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Size.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"200/s, 200", "30/m, 0.5", "7200/h, 2", "0/s, 0"})
    void rates(String written, double perSecond) {
        assertThat(Rate.parse(written)).hasToString(written);
        assertThat(Rate.parse(written).perSecond()).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"200", "200/d", "/s", "-1/s", "0.5/s", ""})
    void noRates(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(text));
    }
}
