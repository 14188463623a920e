package io.cutovergate.smoke.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.probe.http.HttpAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DeviationTest {

    @Test
    void namesEachValueThatDiffersOnBothSides() {
        assertThat(between(
                                "{\"items\":[{\"id\":1,\"price\":22.27},{\"id\":2}]}",
                                "{\"items\":[{\"id\":1,\"price\":22.28},{\"id\":2,\"note\":\"\"}]}")
                        .differences())
                .containsExactly(
                        "$.items[0].price is 22.27 on source, 22.28 on target",
                        "$.items[1].note is absent on source, \"\" on target");
    }

    @Test
    void equalValuesAreEqualHoweverTheyAreWritten() {
        assertThat(between("{\"a\":1.0,\"b\":[]}", "{ \"b\": [], \"a\": 1 }").differences())
                .isEmpty();
    }

    @Test
    void theTypeOfAValueCounts() {
        assertThat(between("{\"a\":1,\"b\":null}", "{\"a\":\"1\"}").differences())
                .containsExactly("$.a is 1 on source, \"1\" on target", "$.b is null on source, absent on target");
    }

    @Test
    void anotherOrderIsToldAsOne() {
        Deviation deviation = between("[{\"id\":1},{\"id\":2}]", "[{\"id\":2},{\"id\":1}]");
        assertThat(deviation.differences()).hasSize(2);
        assertThat(deviation.reordered()).isTrue();
    }

    @Test
    void whatTheSourceChangesByItselfIsNoise() {
        Deviation deviation = Deviation.of(
                json("[{\"id\":1,\"at\":5},{\"id\":2,\"at\":6}]"),
                json("[{\"id\":1,\"at\":7},{\"id\":2,\"at\":6}]"),
                json("[{\"id\":1,\"at\":9},{\"id\":3,\"at\":9}]"),
                List.of());
        assertThat(deviation.noise()).containsExactly("$[*].at");
        assertThat(deviation.differences()).containsExactly("$[1].id is 2 on source, 3 on target");
    }

    @Test
    void whereEverythingIsNoiseNothingIsCompared() {
        assertThat(Deviation.of(
                                json("[{\"id\":1},{\"id\":2}]"),
                                json("[{\"id\":2},{\"id\":1}]"),
                                json("[]"),
                                List.of("$"))
                        .compared())
                .isZero();
        assertThat(between("", "").compared()).isEqualTo(1);
    }

    @Test
    void whatIsDeclaredIsNotCompared() {
        Facts source = json("{\"by\":{\"zone\":\"a\"},\"byte\":1}");
        Facts target = json("{\"by\":{\"zone\":\"b\"},\"byte\":2}");
        assertThat(Deviation.of(source, source, target, List.of("$.by")).differences())
                .containsExactly("$.byte is 1 on source, 2 on target");
    }

    @Test
    void statusAndHeadersThatMeanSomethingAreCompared() {
        Facts source = facts(200, Map.of("Content-Type", List.of("text/html"), "Server", List.of("old")), "a\nb");
        Facts target = facts(404, Map.of("Content-Type", List.of("text/plain"), "Server", List.of("new")), "a\nc");
        assertThat(Deviation.of(source, source, target, List.of()).differences())
                .containsExactly(
                        "header Content-Type is text/html on source, text/plain on target",
                        "line 2 is b on source, c on target",
                        "status is 200 on source, 404 on target");
    }

    private static Deviation between(String source, String target) {
        return Deviation.of(json(source), json(source), json(target), List.of());
    }

    private static Facts json(String body) {
        return facts(200, Map.of(), body);
    }

    private static Facts facts(int status, Map<String, List<String>> headers, String body) {
        return Facts.of(
                new HttpAnswer(status, headers, body, false, Duration.ZERO, "127.0.0.1:1", "http/1.1"),
                UnaryOperator.identity());
    }
}
