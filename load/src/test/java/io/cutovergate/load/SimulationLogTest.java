package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.SimulationLog.Recording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log that Gatling 3.15.1 wrote, held against what the server behind it counted. */
class SimulationLogTest {

    @Test
    void everyRequestThatTheServerCountedIsThere() throws IOException {
        Recording recording = read(log());

        assertThat(recording.errors()).isEmpty();
        assertThat(recording.answers())
                .filteredOn(answer -> answer.request().equals("GET /a"))
                .hasSize(37)
                .allSatisfy(answer -> assertThat(answer.ok()).isTrue());
        assertThat(recording.answers())
                .filteredOn(answer -> answer.request().equals("GET /b"))
                .hasSize(16)
                .filteredOn(answer -> !answer.ok())
                .hasSize(4)
                .extracting(Answer::message)
                .containsOnly("status.find.is(200), found 503");
        assertThat(recording.answers())
                .filteredOn(answer -> answer.request().equals("GET /größe ≥ 1"))
                .hasSize(7);
        assertThat(recording.answers()).hasSize(60).allSatisfy(answer -> assertThat(answer.done())
                .isBetween(answer.sent(), 10_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 100, 1000, 2700})
    void aLogThatIsCutOffIsRefused(int missing) throws IOException {
        byte[] log = log();

        assertThatIOException()
                .isThrownBy(() -> read(Arrays.copyOf(log, log.length - missing)))
                .withMessageContaining("cut off");
    }

    @Test
    void anEmptyLogIsRefused() {
        assertThatIOException().isThrownBy(() -> read(new byte[0])).withMessage("the log is empty");
    }

    @Test
    void anotherVersionsLogIsRefused() throws IOException {
        byte[] log = log();
        log[5] = '4';

        assertThatIOException()
                .isThrownBy(() -> read(log))
                .withMessage("the log is Gatling 4.15.1's; only that of 3.15.1 is understood");
    }

    @Test
    void aStrangeRecordIsRefused() throws IOException {
        byte[] log = log();
        byte[] more = Arrays.copyOf(log, log.length + 1);
        more[log.length] = 9;

        assertThatIOException().isThrownBy(() -> read(more)).withMessageContaining("unknown kind (9)");
    }

    private static Recording read(byte[] log) throws IOException {
        return SimulationLog.read(new ByteArrayInputStream(log));
    }

    private static byte[] log() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SimulationLogTest.class.getResourceAsStream("simulation-" + SimulationLog.VERSION + ".bin"))) {
            return in.readAllBytes();
        }
    }
}
