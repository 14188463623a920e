package io.cutovergate.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void eachRunIsHeldAgainstTheFloorOfItsRound() {
        List<Run> floors = List.of(run(10), run(20), run(5));
        List<Run> tools = List.of(run(5), run(8), run(4));

        Ratio ratio = Ratio.of("cpu", tools, floors, Run::cpu, 0.45);

        assertThat(ratio.median()).isEqualTo(0.5);
        assertThat(ratio.holds()).isFalse();
        assertThat(ratio.toString()).startsWith("✘ cpu").contains("0.500 (at most 0.45)");
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        assertThat(Ratio.median(4, 1, 3, 2)).isEqualTo(2.5);
    }

    private static Run run(double cpu) {
        return new Run(1, cpu - 1, 1, 0);
    }
}
