package io.cutovergate.probe.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.0 | 1",
                "100 | 1e2",
                "0.10 | 0.1",
                "-0.0 | 0",
                "{\"b\":1,\"a\":[1.50]} | {\"a\":[1.5],\"b\":1.0}",
                "12345678901234567890.10 | 12345678901234567890.1",
            })
    void equalValuesAreEqualTexts(String one, String other) {
        assertThat(JsonBody.of(one).at("$")).isEqualTo(JsonBody.of(other).at("$"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"1\"",
                "null | \"null\"",
                "[1,2] | [2,1]",
                "0.1 | 0.10000000000000001",
                "1e999999999 | 1e99999999"
            })
    void differentValuesAreDifferentTexts(String one, String other) {
        assertThat(JsonBody.of(one).at("$")).isNotEqualTo(JsonBody.of(other).at("$"));
    }

    @Test
    void valuesOfTheFilesCompareWithValuesOfAnswers() {
        JsonBody body = JsonBody.of("{\"items\":[{\"id\":1,\"price\":10.50},{\"id\":2}],\"next\":null}");
        assertThat(body.at("$.items.length()")).isEqualTo(JsonBody.print(2L));
        assertThat(body.at("$.items[0]")).isEqualTo(JsonBody.print(Map.of("price", 10.5, "id", 1L)));
        assertThat(body.at("$.items[?(@.id == 2)].id")).isEqualTo(JsonBody.print(List.of(2L)));
        assertThat(body.at("$.items[*].id")).isEqualTo(JsonBody.print(Arrays.asList(1, 2)));
        assertThat(body.at("$.next")).isEqualTo(JsonBody.print(null));
        assertThat(body.count("$.items[*]")).isEqualTo(2);
    }

    @Test
    void whatIsNotThereIsAbsentAndNotNull() {
        assertThat(JsonBody.of("{\"a\":null}").at("$.b")).isEqualTo("absent");
        assertThat(JsonBody.of("<html>").at("$.b")).isEqualTo("absent");
        assertThat(JsonBody.of("").at("$.b")).isEqualTo("absent");
        assertThat(JsonBody.of("{} trailing").at("$")).isEqualTo("absent");
    }

    @Test
    void textsStandWithoutQuotesWhereTheyAreWanted() {
        JsonBody body = JsonBody.of("{\"digest\":\"sha256:ab\",\"n\":1.0}");
        assertThat(body.text("$.digest")).isEqualTo("sha256:ab");
        assertThat(body.text("$.n")).isEqualTo("1");
        assertThat(body.at("$.digest")).isEqualTo("\"sha256:ab\"");
    }

    @Test
    void refusesWhatIsNoPath() {
        assertThatThrownBy(() -> JsonBody.of("{}").at("$.["))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("is no JSONPath");
    }
}
