package io.cutovergate.harness.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class OnceTest {

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void isMadeOnceForEverybody() {
        Once<Integer> once = new Once<>(made::incrementAndGet);

        assertThat(once.get()).isEqualTo(1);
        assertThat(once.get()).isEqualTo(1);
        assertThat(once.made()).contains(1);
    }

    @Test
    void lateComersWaitForTheFirst() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Once<Integer> once = new Once<>(() -> {
            begun.countDown();
            go.await();
            return made.incrementAndGet();
        });

        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(once);
        begun.await();
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(once);
        assertThat(once.made()).isEmpty();
        go.countDown();

        assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void oneFailureIsEverybodys() {
        Once<Integer> once = new Once<>(() -> {
            throw new IllegalStateException("try " + made.incrementAndGet());
        });

        assertThatThrownBy(once::get).hasMessage("try 1");
        assertThatThrownBy(once::get).hasMessage("try 1");
        assertThat(once.made()).isEmpty();
    }
}
