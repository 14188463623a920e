package io.cutovergate.smoke.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void lowSinceItWasSeenLowAndNeverHighAgain() {
        see(0, 86_400);
        see(1, 300);
        see(2, 3_600);
        see(3, 60);
        see(9, 300);

        assertThat(at(10).low("www.shop.test", LIMIT))
                .isEqualTo(new Observations.Low(
                        NOON.plus(Duration.ofHours(3)), java.util.Optional.of(Duration.ofDays(1))));
    }

    @Test
    void ofAnotherNameNothingFollows() throws IOException {
        see(0, 60);
        assertThat(at(1).low("api.shop.test", LIMIT).since()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(Files.readString(file()))
                .isEqualTo("{\"at\":\"2026-11-26T12:00:00Z\",\"name\":\"www.shop.test\",\"ttl\":60}\n");
    }

    @Test
    void whatIsNoObservationIsNamedByLine() throws IOException {
        see(0, 60);
        Files.writeString(file(), Files.readString(file()) + "ttl: 60\n");
        assertThatThrownBy(() -> at(1).low("www.shop.test", LIMIT))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("seen.jsonl:2: not an observation");
    }

    @Test
    void withoutAFileNobodyKnows() {
        assertThatThrownBy(() -> new Observations(null, Clock.systemUTC()).add("www.shop.test", LIMIT))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("public.dns.observations is not configured");
    }

    private void see(int hour, long ttl) {
        at(hour).add("www.shop.test", Duration.ofSeconds(ttl));
    }

    private Observations at(int hour) {
        return new Observations(file(), Clock.fixed(NOON.plus(Duration.ofHours(hour)), ZoneOffset.UTC));
    }

    private Path file() {
        return folder.resolve("seen.jsonl");
    }
}
