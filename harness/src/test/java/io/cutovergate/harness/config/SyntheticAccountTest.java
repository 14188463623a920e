package io.cutovergate.harness.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticAccountTest {

    @TempDir
    Path folder;

    @Test
    void needsWhatItsKindLogsInWith() throws IOException {
        assertThat(problems("ada: { password: \"${env:SECRET}\" }"))
                .contains("username is needed by an account of kind password");
        assertThat(problems("key: { kind: api-key }")).contains("password is needed by an account of kind api-key");
        assertThat(problems("ada: { kind: session }"))
                .contains("sign-in belongs to an account of kind session, and is needed there");
    }

    @Test
    void ofAFormSaysWhereItIsAndHowItsSessionEnds() throws IOException {
        String account = "ada: { kind: form, username: ada, password: \"${env:SECRET}\", service: api%s }";
        assertThat(problems(account.formatted("")))
                .contains("form belongs to an account of kind form, and is needed there");
        assertThat(problems(account.formatted(", form: { page: /in }")))
                .contains("logout is needed by an account of kind form");
        assertThat(problems(account.formatted(", form: { page: /in }, logout: { form: x }")))
                .contains("exactly one of page and request is needed");
        assertThat(problems(account.formatted(", form: { page: /in }, logout: { page: /me }")))
                .isEmpty();
    }

    @Test
    void ofASessionIsNotSignedInByAnotherSession() throws IOException {
        assertThat(problems("one: { kind: session, sign-in: { post: /in, as: one }, service: api }"))
                .contains("one is an account of kind session itself");
    }

    @Test
    void needsNoNameWhereItHasAToken() throws IOException {
        assertThat(problems("batch: { kind: bearer, password: \"${env:SECRET}\" }"))
                .isEmpty();
    }

    private String problems(String accounts) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), """
                format: 1
                name: test
                services: { api: { host: api, health: { ready: / } } }
                auth: { oidc: { host: api, path: /shop, client-id: gate }, accounts: { %s } }
                """.formatted(accounts));
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: test
                public: { hosts: { api: api.test } }
                target: { name: new }
                """);
        Problems problems = new Problems();
        MigrationFiles.read(file, new MachineResolver(Map.of("SECRET", "s3cr3t-value")), problems);
        return problems.toString();
    }
}
