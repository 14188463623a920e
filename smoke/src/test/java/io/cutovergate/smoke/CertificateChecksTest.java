package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateChecksTest {

    @TempDir
    Path folder;

    @Test
    void aGoodCertificateIsProven() {
        try (Deployment deployment = Deployment.start(folder)) {
            assertThat(judge(deployment).status()).isEqualTo(Status.PROVEN);
        }
    }

    @Test
    void aCertificateThatExpiresSoonFailsWithDaysDateAndKey() {
        try (Deployment deployment = Deployment.start(folder, Duration.ofDays(5).plusHours(1), "api.shop.test")) {
            assertThat(judge(deployment).causes())
                    .singleElement()
                    .asString()
                    .matches(
                            "days left of api\\.shop\\.test:\\d+ at target is 5; rule: at least 21"
                                    + " \\(public\\.tls\\.min-days-left\\); CN=server ends on \\d{4}-\\d\\d-\\d\\d, sent by 127\\.0\\.0\\.1:\\d+");
        }
    }

    @Test
    void aCertificateThatHasExpiredSaysSo() {
        try (Deployment deployment = Deployment.start(folder, Duration.ofHours(-1), "api.shop.test")) {
            assertThat(judge(deployment).causes())
                    .singleElement()
                    .asString()
                    .contains("is -1;")
                    .contains("has expired on");
        }
    }

    @Test
    void aCertificateForAnotherHostNamesThoseItIsFor() {
        try (Deployment deployment =
                Deployment.start(folder, Duration.ofDays(90), "www.shop.test", "*.api.shop.test")) {
            assertThat(judge(deployment).causes())
                    .singleElement()
                    .asString()
                    .contains("rule: exactly true (RFC 9525, section 6)")
                    .contains("[host-named] 127.0.0.1:")
                    .contains("the certificate is for [www.shop.test, *.api.shop.test], not for api.shop.test");
        }
    }

    private static ItemResult judge(Deployment deployment) {
        return deployment.judge(CertificateChecks.class, "services: {}", "", "");
    }
}
