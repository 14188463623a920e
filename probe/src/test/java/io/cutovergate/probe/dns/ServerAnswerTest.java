package io.cutovergate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerAnswerTest {

    @Test
    void givesTheAddressesAtTheEndOfAChainOfAliases() {
        ServerAnswer answer = new ServerAnswer(
                "192.0.2.53",
                true,
                List.of(
                        "edge.shop.example. 60 IN A 198.51.100.20",
                        "edge.shop.example. 60 IN AAAA 2001:db8:0:0:0:0:0:20",
                        "www.shop.example. 60 IN CNAME edge.shop.example."),
                Duration.ofSeconds(60),
                1);

        assertThat(answer.addresses()).containsExactly("198.51.100.20", "2001:db8:0:0:0:0:0:20");
    }
}
