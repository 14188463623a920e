package io.cutovergate.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollingTest {

    private static final Duration SHORT = Duration.ofMillis(600);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void returnsTheFirstAnswerThatIsAccepted() {
        assertThat(Polling.until(Duration.ofSeconds(10), asked::incrementAndGet, count -> count == 3))
                .isEqualTo(3);
    }

    @Test
    void returnsTheLastAnswerWhereNoneIsAccepted() {
        int last = Polling.until(SHORT, asked::incrementAndGet, count -> false);
        assertThat(last).isEqualTo(asked.get()).isGreaterThan(1);
    }

    @Test
    void endsWithTheRealCauseWhereNobodyAnswers() {
        assertThatThrownBy(() -> Polling.until(SHORT, this::refused, answer -> true))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("nobody answers: Connection refused (asked ")
                .hasRootCauseInstanceOf(ConnectException.class);
    }

    @Test
    void isNotTroubledByASilenceThatEnds() {
        String answer = Polling.until(
                Duration.ofSeconds(10), () -> asked.incrementAndGet() < 3 ? refused() : "here", given -> true);
        assertThat(answer).isEqualTo("here");
    }

    @Test
    void doesNotWaitForACertificateToBecomeTrusted() {
        assertThatThrownBy(() -> Polling.until(
                        Duration.ofMinutes(5),
                        () -> {
                            asked.incrementAndGet();
                            throw new Unexamined("no TLS", new CertificateException("unknown authority"));
                        },
                        answer -> true))
                .isInstanceOf(Unexamined.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void watchesForAWholePeriodAndStopsAtTheFirstBreach() {
        assertThat(Polling.throughout(SHORT, () -> 1, count -> count == 1)).isEqualTo(1);
        assertThat(Polling.throughout(Duration.ofMinutes(5), asked::incrementAndGet, count -> count < 3))
                .isEqualTo(3);
    }

    private String refused() {
        throw new Unexamined("nobody answers: Connection refused", new ConnectException("Connection refused"));
    }
}
