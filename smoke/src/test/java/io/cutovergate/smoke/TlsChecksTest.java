package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsChecksTest {

    private static final Map<String, String> PROMISE = Map.of("Strict-Transport-Security", "max-age=31536000");

    @TempDir
    Path folder;

    @Test
    void aModernHostIsProven() {
        try (Deployment deployment = Deployment.start(folder).answers("/", 200, "{}", PROMISE)) {
            assertThat(judge(deployment).causes()).isEmpty();
            assertThat(judge(deployment).status()).isEqualTo(Status.PROVEN);
        }
    }

    @Test
    void aHostWithoutPromiseFailsWithRuleAndSource() {
        try (Deployment deployment = Deployment.start(folder).answers("/", 200, "{}", Map.of())) {
            assertThat(judge(deployment).causes())
                    .singleElement()
                    .asString()
                    .startsWith("HSTS promised of api.shop.test:")
                    .contains(
                            " at target is false; rule: exactly true (RFC 6797, section 7.1); [hsts-promised] 127.0.0.1:")
                    .contains("answers 200 without Strict-Transport-Security");
        }
    }

    @Test
    void aPromiseThatIsTooShortNamesTheKey() {
        Map<String, String> day = Map.of("Strict-Transport-Security", "max-age=86400");
        try (Deployment deployment = Deployment.start(folder).answers("/", 200, "{}", day)) {
            assertThat(judge(deployment).causes())
                    .singleElement()
                    .asString()
                    .contains("(public.tls.min-hsts); [hsts-long]")
                    .contains("promises 86400 s");
        }
    }

    @Test
    void oneOfSeveralAddressesWhereNobodyListensLeavesItUnproven() {
        try (Deployment deployment =
                Deployment.start(folder).answers("/", 200, "{}", PROMISE).means("127.0.0.1", "127.0.0.2")) {
            ItemResult result = judge(deployment);
            assertThat(result.status()).isEqualTo(Status.UNPROVEN);
            assertThat(result.causes())
                    .singleElement()
                    .asString()
                    .contains("nobody answers at 127.0.0.2:")
                    .contains(" for api.shop.test:");
        }
    }

    @Test
    void whereNobodyListensNothingIsProvenAndNothingFails() {
        try (Deployment deployment = Deployment.start(folder)) {
            deployment.stop();
            assertThat(judge(deployment).status()).isEqualTo(Status.UNPROVEN);
            assertThat(judge(deployment).causes()).singleElement().asString().contains("Connection refused");
        }
    }

    private static ItemResult judge(Deployment deployment) {
        return deployment.judge(TlsChecks.class, "services: {}", "", "");
    }
}
