package io.cutovergate.testbed.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The part of LogQL that the log store knows. */
class LogQueryTest {
    private static final LogLine LINE =
            new LogLine(1, Map.of("app", "backend", "side", "target"), "GET /api/products \"200\"");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "{app=\"backend\"}; true",
                "{app=\"backend\",side=\"target\"}; true",
                "{ app = \"backend\" , side != \"source\" }; true",
                "{app=\"worker\"}; false",
                "{app=~\"back.*\"}; true",
                "{app=~\"back\"}; false",
                "{app!~\"work.*\"}; true",
                "{instance=\"\"}; true",
                "{app=\"backend\"} |= \"/api/products\"; true",
                "{app=\"backend\"} |= \"\\\"200\\\"\"; true",
                "{app=\"backend\"} |= `\"200\"`; true",
                "{app=\"backend\"} != \"products\"; false",
                "{app=\"backend\"} |~ \"pro.*200\" !~ \"orders\"; true",
                "{app=\"backend\"} |= \"products\" |= \"orders\"; false",
            })
    void findsWhatItSays(String query, boolean found) {
        assertThat(LogQuery.parse(query).matches(LINE)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app=\"backend\"",
                "{app=backend}",
                "{app=\"backend\"",
                "{app=\"backend\"} | json",
                "{app=\"backend\"} |= products",
                "count_over_time({app=\"backend\"}[1m])"
            })
    void refusesWhatItDoesNotKnow(String query) {
        assertThatIllegalArgumentException().isThrownBy(() -> LogQuery.parse(query));
    }
}
