package io.cutovergate.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * The processes and files of a running testbed, to see that they go.
 *
 * @param paths its directory, its state file and the databases' directory
 */
record Leftovers(List<ProcessHandle> processes, List<Path> paths) {

    static Leftovers of(Testbed testbed, Path directory) {
        ProcessHandle host = ProcessHandle.of(testbed.hostPid()).orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(host), host.descendants()).toList();
        Stream<Path> databases = processes.stream()
                .flatMap(process -> Stream.of(process.info().arguments().orElse(new String[0])))
                .filter(argument -> argument.matches("/.*/postgres-(source|target)/data"))
                .map(data -> Path.of(data).resolve("../..").normalize());
        return new Leftovers(
                processes,
                Stream.concat(Stream.of(directory, State.file(testbed.hostPid())), databases)
                        .distinct()
                        .toList());
    }

    void assertNone(Duration within) {
        assertThat(processes).as("what was seen running").hasSizeGreaterThan(8);
        assertThat(paths).hasSizeGreaterThanOrEqualTo(3);
        Awaitility.await().atMost(within).untilAsserted(() -> {
            assertThat(processes).noneMatch(Leftovers::runs);
            assertThat(paths).noneMatch(Files::exists);
        });
    }

    /** A process that has ended and that nobody has asked for its status yet ("Z", proc(5)) runs no more. */
    private static boolean runs(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            return process.isAlive()
                    && !(Files.exists(stat) && Files.readString(stat).contains(") Z "));
        } catch (IOException e) {
            return process.isAlive();
        }
    }
}
