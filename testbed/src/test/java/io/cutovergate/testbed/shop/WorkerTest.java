package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.cutovergate.testbed.process.Database;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two workers over one queue, as when both sides run for a while. */
@ExtendWith(WithDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerTest {

    private final Database database;
    private final TestIssuer issuer = new TestIssuer();
    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Path log;
    private final TestBackend backend;
    private final List<Worker> workers;

    WorkerTest(TestServer server, @TempDir Path directory) throws Exception {
        database = server.seeded();
        log = directory.resolve("worker.log");
        mail.start();
        backend = TestBackend.start(List.of(TestServer.settings("SHOP_DB", database), issuer.settings()));
        workers = List.of(worker("worker-1"), worker("worker-2"));
    }

    private Worker worker(String instance) throws IOException {
        Map<String, String> settings = new HashMap<>(TestServer.settings("SHOP_DB", database));
        settings.put("SHOP_INSTANCE", instance);
        settings.put("SHOP_DIGEST", "sha256:1234");
        settings.put("SHOP_LOG", log.toString());
        settings.put("SHOP_MAIL", "127.0.0.1:" + mail.getSmtp().getPort());
        return Worker.start(new Env(settings));
    }

    @AfterAll
    void stop() throws Exception {
        for (Worker worker : workers) {
            worker.close();
        }
        backend.close();
        mail.stop();
        issuer.close();
    }

    @Test
    void executesAJobOnceHoweverOftenItIsAskedFor() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(backend.ask("POST", "/api/jobs/probe", "{\"id\":\"once\"}")
                            .status())
                    .isEqualTo(202);
        }
        awaitAnswer("once", "{\"effects\":1,\"failures\":0,\"id\":\"once\",\"parked\":false}");

        assertThat(backend.ask("POST", "/api/jobs/probe", "{\"id\":\"once\"}").status())
                .isEqualTo(202);
        assertThat(database.query("select count(*) from scheduled_tasks where task_instance = 'once'"))
                .containsExactly("0");
    }

    @Test
    void executesEachOfManyJobsOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            backend.ask("POST", "/api/jobs/probe", "{\"id\":\"many-" + i + "\"}");
        }

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(database.query(
                        "select count(distinct probe), count(*) from job_effects where probe like 'many-%'"))
                .containsExactly("40|40"));
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(
                        database.query("select count(*) from scheduled_tasks where task_instance like 'many-%'"))
                .containsExactly("0"));
    }

    @Test
    void retriesAFailingJobThenParksIt() throws Exception {
        backend.ask("POST", "/api/jobs/probe", "{\"id\":\"bad\",\"fail\":true}");

        awaitAnswer("bad", "{\"effects\":0,\"failures\":4,\"id\":\"bad\",\"parked\":true}");
        assertThat(database.query("select error from parked_jobs where task_instance = 'bad'")
                        .get(0))
                .contains("asked to fail");
        assertThat(Files.readString(log)).contains("\"event\":\"parked\"");
    }

    @Test
    void beatsEverySecond() {
        String newest = "select max(beat_at) from heartbeat";
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !database.query(newest).get(0).isEmpty());
        String first = database.query(newest).get(0);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> !database.query(newest).get(0).equals(first));
    }

    @Test
    void confirmsAnOrderByMail() throws Exception {
        String wish = "{\"items\":[{\"product\":1,\"quantity\":1}]}";
        String id = backend.ask(
                        "POST",
                        "/api/orders",
                        wish,
                        "Authorization",
                        "Bearer " + issuer.token("ada", "user"),
                        "Idempotency-Key",
                        "key-mail-9")
                .json()
                .path("id")
                .asText();

        assertThat(mail.waitForIncomingEmail(10_000, 1)).isTrue();
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Your order " + id);
        assertThat(message.getAllRecipients()[0]).hasToString("ada@mail.shop.example");
        assertThat(GreenMailUtil.getBody(message)).contains("over 22.27 CAD");
    }

    @Test
    void plansTheNextTickByTheClock() {
        assertThat(database.query("select count(*) from scheduled_tasks where task_name = 'tick'"
                        + " and extract(second from execution_time)::int % 5 = 0"))
                .containsExactly("1");
    }

    private void awaitAnswer(String id, String answer) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(
                        backend.get("/api/jobs/probe/" + id).json())
                .isEqualTo(Json.read(answer.getBytes(StandardCharsets.UTF_8), JsonNode.class)));
    }
}
