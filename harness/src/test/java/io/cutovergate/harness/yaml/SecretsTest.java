package io.cutovergate.harness.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final Secrets secrets = new Secrets();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p&ss w\"rd/+1",
                "p%26ss+w%22rd%2F%2B1",
                "p%26ss%20w%22rd%2F%2B1",
                "p&ss w\\\"rd/+1",
                "p&amp;ss w&quot;rd/+1"
            })
    void masksAValueHoweverItIsEscaped(String form) {
        secrets.add("p&ss w\"rd/+1", "password");
        assertThat(secrets.mask("<" + form + ">")).isEqualTo("<***>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2hunter2",
                "u:hunter2hunter2",
                "us:hunter2hunter2",
                "usr:hunter2hunter2",
                "u:hunter2hunter2:more"
            })
    void masksBase64OfAnyTextAroundAValue(String text) {
        secrets.add("hunter2hunter2", "password");
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
        String masked = secrets.mask(encoded);
        // each end shares up to two characters and a padding with its neighbours
        int neighbours = (text.length() - "hunter2hunter2".length() + 2) / 3 * 4;
        assertThat(masked).contains("***");
        assertThat(masked.replace("***", "")).hasSizeLessThanOrEqualTo(neighbours + 4);
    }

    @Test
    void masksEveryLongLineOfAValueWithSeveral() {
        secrets.add("-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\nab\n-----END PRIVATE KEY-----\n", "key");
        assertThat(secrets.mask("-----BEGIN PRIVATE KEY-----|MIIEvQIBADANBg|ab"))
                .isEqualTo("-----BEGIN PRIVATE KEY-----|***|ab");
    }

    @Test
    void masksTheLongerOfTwoValuesFirst() {
        secrets.add("word", "a");
        secrets.add("password", "b");
        assertThat(secrets.mask("password, word")).isEqualTo("***, ***");
    }

    @ParameterizedTest
    @CsvSource({"pin 42 here, pin *** here", "142, 142", "42nd, 42nd", "42, ***", "'42,42', '***,***'", "4242, 4242"})
    void masksAShortValueOnlyAsAWord(String text, String masked) {
        secrets.add("42", "pin");
        assertThat(secrets.mask(text)).isEqualTo(masked);
    }

    @Test
    void anEmptyValueMasksNothing() {
        secrets.add("", "none");
        assertThat(secrets.mask("text")).isEqualTo("text");
    }

    @Test
    void namesWhatATextGivesAway() {
        secrets.add("hunter2", "source.databases.main.password");
        secrets.add("letmein", "auth.accounts.user.password");
        assertThat(secrets.foundIn("jdbc:…?password=hunter2")).containsExactly("source.databases.main.password");
        assertThat(secrets.foundIn("nothing")).isEmpty();
    }

    @Test
    void aSecretDoesNotPrintItself() {
        Secret secret = Secret.of("hunter2", "${env:DB_PASSWORD}");
        assertThat(secret).hasToString("***");
        assertThat(secret.reveal()).isEqualTo("hunter2");
        assertThat(secret.origin()).isEqualTo("${env:DB_PASSWORD}");
    }
}
