package io.cutovergate.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.yaml.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On get-vanilla and post-vanilla of the AWS Signature Version 4 test suite. */
class AwsSignatureTest {

    @ParameterizedTest
    @CsvSource({
        "GET, 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "POST, 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"
    })
    void signsAsTheTestSuiteDoes(String method, String signature) {
        HttpRequest signed = signature(null).sign(HttpRequest.of(method, "https://example.amazonaws.com/"));
        assertThat(signed.headers())
                .containsEntry("X-Amz-Date", "20150830T123600Z")
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                                + " SignedHeaders=host;x-amz-date, Signature=" + signature);
    }

    @ParameterizedTest
    @CsvSource("https://logs.ca-central-1.amazonaws.com:443, https://logs.ca-central-1.amazonaws.com/")
    void signsTheHostAsItIsSentAndTheTokenOfATemporaryKey(String withPort, String without) {
        AwsSignature temporary = signature(Secret.of("session", "test"));
        HttpRequest signed = temporary.sign(HttpRequest.of("POST", withPort));
        assertThat(signed.headers())
                .containsEntry("X-Amz-Security-Token", "session")
                .containsEntry(
                        "Authorization",
                        temporary
                                .sign(HttpRequest.of("POST", without))
                                .headers()
                                .get("Authorization"));
        assertThat(signed.headers().get("Authorization"))
                .contains("SignedHeaders=host;x-amz-date;x-amz-security-token,");
    }

    private static AwsSignature signature(@Nullable Secret token) {
        return new AwsSignature(
                Secret.of("AKIDEXAMPLE", "test"),
                Secret.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "test"),
                token,
                "us-east-1",
                "service",
                Clock.fixed(Instant.parse("2015-08-30T12:36:00Z"), ZoneOffset.UTC));
    }
}
