package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.yaml.MachineResolver;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The examples are planned on a machine that knows nothing of them, as their first lines promise. */
class ExampleFilesTest {

    @Test
    void stagingIsPlanned() {
        assertPlanned(Gate.STAGING, "staging");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DEV", "STAGING"})
    void productionIsPlanned(Gate gate) {
        assertPlanned(gate, "production");
    }

    private static void assertPlanned(Gate gate, String environment) {
        Prepared prepared = Prepared.of(
                gate,
                Path.of("../environments", environment + ".example.yaml"),
                new MachineResolver(Map.of()).withoutCommands(),
                Catalogue.planner(List.of()),
                Narrowing.NONE);

        assertThat(prepared.plan().items()).isNotEmpty().allSatisfy(item -> assertThat(item.gaps())
                .as("gaps of %s that come from the files", item.item().id())
                .noneMatch(gap -> gap.contains("is not configured")));
    }
}
