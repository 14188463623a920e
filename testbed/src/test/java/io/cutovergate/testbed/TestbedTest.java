package io.cutovergate.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dev environment as users see it, healthy and with each of its faults; and that nothing of it stays behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestbedTest {
    private Testbed testbed;
    private Visitor visitor;
    private Map<String, Callable<Boolean>> symptoms;
    private Path directory;
    private Leftovers leftovers;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary.resolve("dev");
        testbed = Testbed.start(Environment.DEV, directory, line -> {});
        visitor = new Visitor(testbed.variables());
        symptoms = new HashMap<>(Symptoms.of(visitor).byFault());
        symptoms.putAll(new TokenSymptoms(visitor).byFault());
        symptoms.putAll(new HttpSymptoms(visitor).byFault());
        symptoms.putAll(new CodeSymptoms(visitor).byFault());
        leftovers = Leftovers.of(testbed, directory);
    }

    @AfterAll
    void nothingStaysBehindWhenTheHostIsKilled() {
        ProcessHandle.of(testbed.hostPid()).orElseThrow().destroyForcibly();
        leftovers.assertNone(Duration.ofSeconds(10));
        testbed.close();
    }

    @AfterEach
    void heal() {
        testbed.reset();
    }

    static Stream<String> faultsOfDev() {
        return Testbed.faults().stream()
                .filter(fault -> fault.environments().contains(Environment.DEV))
                .map(FaultInfo::name);
    }

    @ParameterizedTest
    @MethodSource("faultsOfDev")
    void everyFaultShowsUntilItIsHealed(String fault) throws Exception {
        Callable<Boolean> symptom = Objects.requireNonNull(symptoms.get(fault), "no symptom is known of " + fault);

        assertThat(testbed.inject(fault)).isNotBlank();
        assertThat(testbed.active()).containsExactly(fault);
        assertThat(symptom.call()).as("injected").isTrue();

        testbed.heal(fault);
        assertThat(testbed.active()).isEmpty();
        assertThat(symptom.call()).as("healed").isFalse();
    }

    @Test
    void faultsCombineAndResetHealsAll() throws Exception {
        testbed.inject("backend-down");
        testbed.inject("replica-killed");
        testbed.inject("tls-expired");
        testbed.inject("tls-wrong-name");
        testbed.heal("replica-killed");
        testbed.heal("tls-wrong-name");
        assertThat(Objects.requireNonNull(symptoms.get("tls-expired")).call()).isTrue();

        testbed.reset();

        assertThat(testbed.active()).isEmpty();
        assertThat(visitor.get("api", "/health/ready").status()).isEqualTo(200);
        assertThat(Objects.requireNonNull(symptoms.get("replica-killed")).call())
                .isFalse();
    }

    @Test
    void usersAreServedByTheTarget() throws IOException {
        assertThat(visitor.get("www", "/").body()).contains("<h1>");
        assertThat(visitor.get("www", "/").header("Strict-Transport-Security")).isNotEmpty();
        assertThat(visitor.get("www", "/version").body()).contains(visitor.variable("TESTBED_FRONTEND_DIGEST"));
        assertThat(visitor.get("api", "/version").body()).contains(visitor.variable("TESTBED_BACKEND_DIGEST"));
        assertThat(visitor.get("api", "/version").header("X-Side")).isEqualTo("target");
        assertThat(visitor.get("www", "/api/products?limit=1").status()).isEqualTo(200);
        assertThat(visitor.get("id", "/shop/.well-known/openid-configuration").body())
                .contains("\"" + visitor.variable("TESTBED_ISSUER") + "\"");
    }

    @Test
    void accountsLogInWithTheirPasswordOnly() throws IOException {
        assertThat(visitor.login("grace", "guess").body()).contains("invalid_grant");
        assertThat(visitor.getAs(visitor.token(), "/api/me").status()).isEqualTo(200);
        assertThat(Stream.of("EXPIRED", "WRONG_AUDIENCE", "WRONG_ISSUER"))
                .allSatisfy(kind -> assertThat(visitor.getAs(visitor.variable("TESTBED_" + kind + "_TOKEN"), "/api/me")
                                .status())
                        .isEqualTo(401));
    }

    @Test
    void aCrashedReplicaIsStartedAgain() throws IOException {
        String before = Visitor.pid(visitor, "backend-1");
        ProcessHandle.of(Long.parseLong(before)).orElseThrow().destroyForcibly();

        assertThat(visitor.get("api", "/api/products?limit=5").status()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Visitor.pid(visitor, "backend-1")
                .equals(before));
    }

    @Test
    void namesAreEditedThroughTheApi() throws Exception {
        String records =
                visitor.variable("TESTBED_DNS_API") + "/zones/" + visitor.variable("TESTBED_DNS_ZONE") + "/dns_records";
        String token = visitor.variable("TESTBED_DNS_TOKEN");
        String name = visitor.host("new");

        assertThat(Visitor.plain("GET", records, "wrong", null)).contains("Authentication error");
        String created = Visitor.plain(
                "POST",
                records,
                token,
                "{\"type\":\"A\",\"name\":\"" + name + "\",\"content\":\"127.0.7.7\",\"ttl\":60}");
        assertThat(visitor.resolve("new").getHostAddress()).isEqualTo("127.0.7.7");
        String id = created.replaceAll(".*\"id\":\"([0-9a-f]+)\".*", "$1");
        Visitor.plain("PATCH", records + "/" + id, token, "{\"content\":\"127.0.7.8\"}");
        assertThat(visitor.resolve("new").getHostAddress()).isEqualTo("127.0.7.8");
        assertThat(Visitor.plain("DELETE", records + "/" + id, token, null)).contains("\"success\":true");
        assertThat(Visitor.plain("GET", records + "?name=" + name, token, null)).contains("\"result\":[]");
    }

    @Test
    void anotherProcessCanAttach() {
        List<Path> running = Testbed.running();
        assertThat(running).contains(State.file(testbed.hostPid()));
        try (Testbed attached = Testbed.attach(State.file(testbed.hostPid()))) {
            assertThat(attached.variables()).isEqualTo(testbed.variables());
        }
        assertThat(testbed.active()).isEmpty();
    }

    @Test
    void unknownFaultsAndThoseOfOtherEnvironmentsAreRefused() {
        assertThatExceptionOfType(TestbedException.class)
                .isThrownBy(() -> testbed.inject("tls-cursed"))
                .withMessageContaining("tls-cursed");
        assertThatExceptionOfType(TestbedException.class)
                .isThrownBy(() -> testbed.inject("row-changed"))
                .withMessageContaining("dev");
    }

    @Test
    void aDirectoryThatExistsIsRefused() throws IOException {
        assertThat(Files.exists(directory)).isTrue();
        assertThatExceptionOfType(TestbedException.class)
                .isThrownBy(() -> Testbed.start(Environment.DEV, directory, line -> {}))
                .withMessageContaining(directory.toString());
    }
}
