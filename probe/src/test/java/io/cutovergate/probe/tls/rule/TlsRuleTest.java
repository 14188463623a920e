package io.cutovergate.probe.tls.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsRuleTest {

    @ParameterizedTest
    @EnumSource
    void standsInThePageAsItIs(TlsRule rule) throws IOException {
        String severity = rule.severity().name().toLowerCase(Locale.ROOT);
        assertThat(Files.readString(Path.of("../docs/smoke.md")))
                .contains("| `" + rule.id() + "` | " + severity + " | " + rule.holds() + " | " + rule.source() + " |");
    }

    @Test
    void isNamedWordForWordByNoOther() {
        assertThat(Arrays.stream(TlsRule.values()).map(TlsRule::holds)).doesNotHaveDuplicates();
    }
}
