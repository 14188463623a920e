package io.cutovergate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.probe.testing.TestAuthority;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedChainTest {

    private static final Duration LIFE = Duration.ofDays(200);

    private final TestAuthority root = TestAuthority.root("Test Root");
    private final TestAuthority issuing = root.intermediate("Test Issuing");

    @Test
    void leadsToAConfiguredAuthority() {
        ServedChain chain = sent(issuing.server(LIFE, "api.shop.test"), 2);
        assertThat(chain.path().certificates()).hasSize(2);
        assertThat(chain.path().anchor()).contains(root.certificate());
        assertThat(chain.isPublic()).isFalse();
    }

    @Test
    void isCompletedFromNobodysMemory() {
        ServedChain chain = sent(issuing.server(LIFE, "api.shop.test"), 1);
        assertThat(chain.path().anchor()).isEmpty();
    }

    @Test
    void refusesAnAuthorityThatOnlyHasTheNameOfATrustedOne() {
        TestAuthority.Server imposter = TestAuthority.root("Test Root").server(LIFE, "api.shop.test");
        assertThat(sent(imposter, 1).path().anchor()).isEmpty();
    }

    @Test
    void keepsExpiryApartFromTrust() {
        ServedChain chain = sent(issuing.server(Duration.ofHours(-30), "api.shop.test"), 2);
        assertThat(chain.path().anchor()).isPresent();
        assertThat(chain.daysLeft()).isEqualTo(-2);
        assertThat(chain.ending()).startsWith("CN=server has expired on ");
    }

    @Test
    void countsWholeDaysOfTheFirstCertificateToEnd() {
        ServedChain chain = sent(issuing.server(Duration.ofDays(5).plusHours(1), "api.shop.test"), 2);
        assertThat(chain.daysLeft()).isEqualTo(5);
        assertThat(chain.ending()).startsWith("CN=server ends on ");
        assertThat(chain.hasBegun()).isTrue();
    }

    @Test
    void takesWhoeverTheSystemTrustsForPublicUnlessConfiguredAsOwn() {
        List<X509Certificate> certificates =
                issuing.server(LIFE, "api.shop.test").chain().subList(0, 2);
        List<X509Certificate> authority = List.of(root.certificate());
        assertThat(chain(certificates, new Anchors(authority, List.of())).isPublic())
                .isTrue();
        assertThat(chain(certificates, new Anchors(authority, authority)).isPublic())
                .isFalse();
    }

    @Test
    void readsAlternativeNamesOnlyAndWildcardsForOneLabelOnly() {
        X509Certificate certificate = sent(issuing.server(LIFE, "*.shop.test", "Shop.test", "127.0.0.1"), 2)
                .own();
        assertThat(CertificateNames.cover(certificate, "api.shop.test")).isTrue();
        assertThat(CertificateNames.cover(certificate, "SHOP.test")).isTrue();
        assertThat(CertificateNames.cover(certificate, "127.0.0.1")).isTrue();
        assertThat(CertificateNames.cover(certificate, "a.b.shop.test")).isFalse();
        assertThat(CertificateNames.cover(certificate, "server")).isFalse();
        assertThat(CertificateNames.cover(certificate, "127.0.0.2")).isFalse();
    }

    private ServedChain sent(TestAuthority.Server server, int certificates) {
        return chain(server.chain().subList(0, certificates), new Anchors(List.of(), List.of(root.certificate())));
    }

    private static ServedChain chain(List<X509Certificate> sent, Anchors anchors) {
        return new ServedChain(sent, "127.0.0.1:443", anchors, Instant.now());
    }
}
