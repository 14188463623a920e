package io.cutovergate.testbed;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays of a testbed whose host was killed: nothing. */
class LeftoversTest {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    @Test
    void nothingStaysWhenTheHostIsKilled(@TempDir Path temporary) {
        Path directory = temporary.resolve("killed");
        Testbed testbed = Testbed.start(Environment.DEV, directory, line -> {});
        Leftovers leftovers = Leftovers.of(testbed, directory);

        ProcessHandle.of(testbed.hostPid()).orElseThrow().destroyForcibly();

        leftovers.assertNone(WITHIN);
        testbed.close();
    }
}
