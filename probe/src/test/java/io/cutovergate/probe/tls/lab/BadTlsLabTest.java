package io.cutovergate.probe.tls.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    private static final int AT_ONCE = 4;

    private final Lab lab = Lab.open();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private final Map<LabCase, Future<Map<String, String>>> seen = new HashMap<>();

    /** Several at a time: a few hosts keep everybody waiting. */
    @BeforeAll
    void look(@TempDir Path folder) throws Exception {
        Inspector inspector = new Inspector(lab, folder);
        lab.cases().forEach(one -> seen.put(one, threads.submit(() -> inspector.broken(one))));
    }

    @AfterAll
    void close() {
        threads.shutdownNow();
        lab.close();
    }

    List<LabCase> cases() {
        return lab.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isNamedWithTheRightReason(LabCase one) throws ExecutionException, InterruptedException {
        Map<String, String> broken = Objects.requireNonNull(seen.get(one)).get();
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
