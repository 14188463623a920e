package io.cutovergate.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifelineTest {

    @Test
    void keepsTheProcessUntilItsInputEnds() throws IOException, InterruptedException {
        InputStream before = System.in;
        CountDownLatch ended = new CountDownLatch(1);
        try (PipedOutputStream holder = new PipedOutputStream()) {
            System.setIn(new PipedInputStream(holder));
            Lifeline.whenStandardInputEnds(ended::countDown);
            assertThat(Thread.getAllStackTraces().keySet()).anySatisfy(thread -> {
                assertThat(thread.getName()).isEqualTo("lifeline");
                assertThat(thread.isDaemon()).isFalse();
            });
            assertThat(ended.getCount()).isEqualTo(1);
        } finally {
            System.setIn(before);
        }
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
