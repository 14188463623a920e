package io.cutovergate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.config.PublicNames;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.testing.TestNames;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

class NameServersTest {

    private TestNames authority;
    private TestNames resolver;

    @BeforeEach
    void start() throws SocketException {
        authority = new TestNames().authoritative();
        resolver = new TestNames();
    }

    @AfterEach
    void stop() {
        authority.close();
        resolver.close();
    }

    @Test
    void eachSaysWhatItKnowsWithTtlAndSerial() {
        authority.knows("www.shop.test", "CNAME edge.shop.test.", "SOA ns1.shop.test. root.shop.test. 42 1 1 1 1");
        resolver.knows("www.shop.test", "A 127.0.10.1", "AAAA 2001:db8::1");

        ServerAnswer ofAuthority =
                servers(authority.address()).ofAuthorities("www.shop.test").get(0);
        ServerAnswer ofResolver =
                servers(authority.address()).ofResolvers("www.shop.test").get(0);

        assertThat(ofAuthority.authoritative()).isTrue();
        assertThat(ofAuthority.serial()).isEqualTo(42);
        assertThat(ofAuthority.records()).containsExactly("www.shop.test. 60 IN CNAME edge.shop.test.");
        assertThat(ofResolver.authoritative()).isFalse();
        assertThat(ofResolver.serial()).isEqualTo(-1);
        assertThat(ofResolver.ttl()).isEqualTo(Duration.ofSeconds(60));
        assertThat(ofResolver.records())
                .containsExactly("www.shop.test. 60 IN A 127.0.10.1", "www.shop.test. 60 IN AAAA 2001:db8:0:0:0:0:0:1");
    }

    @Test
    void aServerThatDoesNotSayIsNamed() {
        authority.answersOnly(Rcode.REFUSED);
        assertThatThrownBy(() -> servers(authority.address()).ofAuthorities("www.shop.test"))
                .isInstanceOf(Unexamined.class)
                .hasMessage(authority.address() + " answers REFUSED for www.shop.test");
    }

    @Test
    void whereNobodyHasAuthorityNobodyIsAsked() {
        assertThatThrownBy(() -> servers().ofAuthorities("www.shop.test"))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("public.dns.authoritative is not configured");
    }

    private NameServers servers(String... authoritative) {
        return new NameServers(new PublicNames.Dns(
                List.of(authoritative),
                List.of(resolver.address()),
                Duration.ofMinutes(5),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null));
    }
}
