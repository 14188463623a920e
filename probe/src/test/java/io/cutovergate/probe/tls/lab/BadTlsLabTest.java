package io.cutovergate.probe.tls.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad host is named with the right reason and no other, and no good one is. */
@TestInstance(Lifecycle.PER_CLASS)
class BadTlsLabTest {

    private final Lab lab = Lab.open();
    private Inspector inspector;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        inspector = new Inspector(lab, folder);
    }

    @AfterAll
    void close() {
        lab.close();
    }

    List<LabCase> cases() {
        return lab.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isNamedWithTheRightReason(LabCase one) throws IOException {
        Map<String, String> broken = inspector.broken(one);
        Map<String, String> expected = new TreeMap<>();
        one.wrong().forEach(id -> expected.put(id, broken.getOrDefault(id, "not noticed")));
        assertThat(broken).isEqualTo(expected).doesNotContainValue("not noticed");
    }

    @Test
    void isLargeEnough() {
        assertThat(lab.cases().stream().filter(LabCase::isBad)).hasSizeGreaterThanOrEqualTo(45);
        assertThat(lab.cases().stream().filter(one -> !one.isBad())).hasSizeGreaterThanOrEqualTo(8);
        assertThat(lab.cases().stream().map(LabCase::id)).doesNotHaveDuplicates();
    }
}
