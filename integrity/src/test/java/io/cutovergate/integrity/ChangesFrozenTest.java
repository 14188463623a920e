package io.cutovergate.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The claims of changes-frozen: what the staging gate kept, against what is there now. */
@ExtendWith(ServersExtension.class)
class ChangesFrozenTest {

    private static final String[] SHOP = {
        "create table users (id serial primary key, email text not null)",
        "create view emails as select email from users",
        "create function touched() returns trigger language plpgsql as 'begin return new; end'"
    };

    @TempDir
    private Path folder;

    @Test
    void nothingHasChanged(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SHOP);
        judgeStaging(databases, "{ }", "{ }");

        assertThat(judge(databases, "{ }", "{ }"))
                .extracting(ObligationResult::status)
                .containsExactly(Status.PROVEN, Status.PROVEN);
    }

    @Test
    void aChangeOfTheSourceIsToldByItsKind(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SHOP);
        judgeStaging(databases, "{ }", "{ }");
        databases.source("create index users_email on users (email)");

        List<ObligationResult> results = judge(databases, "{ }", "{ }");

        assertThat(results).extracting(ObligationResult::status).containsExactly(Status.FAILED, Status.PROVEN);
        assertThat(results.get(0).cause())
                .matches("digest of indexes of main at source is [0-9a-f]{12}; rule: exactly [0-9a-f]{12}"
                        + " \\(previous.staging\\); 0 indexes by the staging verdict of 2026-11-20 14:03 UTC \\(.*\\),"
                        + " 1 now");
    }

    @Test
    void whatIsReplacedInPlaceIsAChange(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SHOP);
        judgeStaging(databases, "{ }", "{ }");
        databases.target(
                "create or replace function touched() returns trigger language plpgsql as 'begin return old; end'",
                "alter table users alter email drop not null");

        List<ObligationResult> results = judge(databases, "{ }", "{ }");

        assertThat(results).extracting(ObligationResult::status).containsExactly(Status.PROVEN, Status.FAILED);
        assertThat(results.get(1).cause())
                .contains("digest of columns of main at target", "digest of functions of main at target")
                .doesNotContain("digest of tables", "digest of views");
    }

    @Test
    void digestsOfOtherObjectsProveNothing(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SHOP);
        judgeStaging(databases, "{ }", "{ }");

        assertThat(judge(databases, "{ }", "{ schemas: [public] }")).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(Status.UNPROVEN);
            assertThat(result.cause())
                    .startsWith("these files compare schemas public, the staging verdict of 2026-11-20 14:03 UTC")
                    .contains("compared all schemas; make databases.main.schemas and integrity.exclude the same");
        });
    }

    @Test
    void withoutAVerdictNothingIsProven(Servers servers) throws SQLException, IOException {
        Databases databases = servers.create(SHOP);

        assertThat(judge(databases, "{ }", "{ }")).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(Status.UNPROVEN);
            assertThat(result.cause()).contains("verdict.json (previous.staging) does not exist");
        });
    }

    @Test
    void theReleaseIsTheOneThatWasJudged(Servers servers) throws SQLException, IOException {
        judgeStaging(servers.create(SHOP), "{ }", "{ }");
        String services =
                "services: { api: { host: api, health: { ready: / } }, web: { host: api, health: { ready: / } } }\n";

        ObligationResult same = release(services, "{ api: v1 }");
        ObligationResult other = release(services, "{ api: v2, web: v1 }");

        assertThat(same.status()).as(same.cause()).isEqualTo(Status.PROVEN);
        assertThat(other.status()).isEqualTo(Status.FAILED);
        assertThat(other.cause())
                .contains("release of api at target is v2; rule: exactly v1 (previous.staging); judged by the staging")
                .contains("release of web at target is v1; rule: exactly absent (previous.staging)");
    }

    private ObligationResult release(String services, String release) throws IOException {
        return Gated.run(
                        Gate.PRE_CUTOVER,
                        FrozenReleaseChecks.class,
                        folder,
                        "{ }\n" + services,
                        "release: " + release,
                        "source: { name: old, databases: { main: { url: \"postgresql://h/d\" } } }",
                        "target: { name: new, databases: { main: { url: \"postgresql://h/d\" } } }",
                        "previous: { staging: verdict.json }")
                .only();
    }

    private List<ObligationResult> judge(Databases databases, String integrity, String rules) throws IOException {
        return Gated.run(
                        Gate.PRE_CUTOVER,
                        FrozenSchemaChecks.class,
                        folder,
                        rules,
                        "source: { name: old, databases: { main: { url: \"" + databases.sourceUrl() + "\" } } }",
                        "target: { name: new, databases: { main: { url: \"" + databases.targetUrl() + "\" } } }",
                        "integrity: " + integrity,
                        "previous: { staging: verdict.json }")
                .obligations();
    }

    /** Judges the schema as the staging gate does, and writes of its verdict what a reader needs. */
    private void judgeStaging(Databases databases, String integrity, String rules) throws IOException {
        ObligationResult result = Gated.run(
                        SchemaChecks.class, folder, databases.sourceUrl(), databases.targetUrl(), integrity, rules)
                .only();
        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
        Files.writeString(folder.resolve("verdict.json"), """
                {"format": 1, "decision": "GO", "application": "fixture", "environment": "staging", "gate": "staging",
                 "release": {"api": "v1"}, "finished": "2026-11-20T14:03:12.345Z",
                 "items": [{"id": "data-integrity", "claims": [{"id": "data-integrity/schema-is-the-same",
                   "obligations": [{"subject": "main at target", "status": "proven", "samples": [%s]}]}]}]}
                """.formatted(result.recorded().samples().stream()
                .map(ChangesFrozenTest::json)
                .collect(Collectors.joining(",\n"))));
    }

    private static String json(Sample sample) {
        return "{\"name\": \"%s\", \"subject\": \"%s\", \"value\": \"%s\", \"rule\": \"%s\", \"key\": \"%s\", \"held\": %s, \"detail\": \"%s\"}"
                .formatted(
                        sample.name(),
                        sample.subject(),
                        sample.value(),
                        sample.rule(),
                        sample.key(),
                        sample.held(),
                        sample.detail());
    }
}
