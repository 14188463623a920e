package io.cutovergate.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.testing.TestNames;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

class NamesTest {

    private final TestNames server = server();

    private final Names names = Names.of(List.of(server.address()));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void seesASwitchAtOnce() {
        server.knows("api.shop.test", "A 127.0.10.1");
        assertThat(addresses("api.shop.test")).containsExactly("127.0.10.1");
        server.knows("api.shop.test", "A 127.0.20.1");
        assertThat(addresses("api.shop.test")).containsExactly("127.0.20.1");
    }

    @Test
    void givesAddressesOfBothKindsIpv4First() {
        server.knows("api.shop.test", "AAAA 2001:db8::1", "A 127.0.10.1");
        assertThat(addresses("api.shop.test")).containsExactly("127.0.10.1", "2001:db8:0:0:0:0:0:1");
    }

    @Test
    void followsAliases() {
        server.knows("www.shop.test", "CNAME edge.shop.test.")
                .knows("edge.shop.test", "CNAME lb.cloud.test.")
                .knows("lb.cloud.test", "A 127.0.20.1");
        assertThat(names.look("www.shop.test").aliases()).containsExactly("edge.shop.test", "lb.cloud.test");
        assertThat(addresses("www.shop.test")).containsExactly("127.0.20.1");
    }

    @Test
    void givesUpAliasesThatRunInACircle() {
        server.knows("a.test", "CNAME b.test.").knows("b.test", "CNAME a.test.");
        assertThatThrownBy(() -> names.look("a.test"))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("an alias of an alias more than 8 times");
    }

    @Test
    void saysWhichResolverKnowsNoSuchName() {
        assertThatThrownBy(() -> names.look("nobody.shop.test"))
                .isInstanceOf(Unexamined.class)
                .hasMessage("the name nobody.shop.test does not exist: resolver " + server.address()
                        + " answers NXDOMAIN for nobody.shop.test");
    }

    @Test
    void saysThatANameHasNoAddress() {
        server.knows("text.shop.test", "TXT hello");
        assertThatThrownBy(() -> names.look("text.shop.test"))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("text.shop.test has neither an A nor an AAAA record");
    }

    @Test
    void asksTheNextResolverWhereOneFailsOrIsSilent() throws Exception {
        server.knows("api.shop.test", "A 127.0.20.1");
        try (TestNames broken = new TestNames();
                DatagramSocket silent =
                        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            broken.answersOnly(Rcode.SERVFAIL);
            Names all = new Names(
                    List.of(
                            broken.socketAddress(),
                            (InetSocketAddress) silent.getLocalSocketAddress(),
                            server.socketAddress()),
                    Duration.ofMillis(200));
            assertThat(all.look("api.shop.test").addresses()).hasSize(1);
        }
    }

    @Test
    void namesEveryResolverThatDidNotHelp() throws Exception {
        server.answersOnly(Rcode.SERVFAIL);
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Names all = new Names(
                    List.of(server.socketAddress(), (InetSocketAddress) silent.getLocalSocketAddress()),
                    Duration.ofMillis(200));
            assertThatThrownBy(() -> all.look("api.shop.test"))
                    .isInstanceOf(Unexamined.class)
                    .hasMessageContaining(server.address() + " answers SERVFAIL")
                    .hasMessageContaining("127.0.0.1:" + silent.getLocalPort() + " does not answer within 200ms")
                    .hasMessageContaining("public.dns.resolvers");
        }
    }

    @Test
    void asksNobodyForAnAddressOrTheLocalHost() {
        Names nobody = new Names(List.of(), Duration.ofSeconds(1));
        assertThat(nobody.look("192.0.2.7").addresses().get(0).getHostAddress()).isEqualTo("192.0.2.7");
        assertThat(nobody.look("localhost").addresses().get(0).isLoopbackAddress())
                .isTrue();
        assertThatThrownBy(() -> nobody.look("shop.test"))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("no resolver");
    }

    private List<String> addresses(String name) {
        return names.look(name).addresses().stream()
                .map(InetAddress::getHostAddress)
                .toList();
    }

    private static TestNames server() {
        try {
            return new TestNames();
        } catch (java.net.SocketException e) {
            throw new IllegalStateException(e);
        }
    }
}
