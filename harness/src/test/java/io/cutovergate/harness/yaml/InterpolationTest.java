package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {

    private final Fixture fixture;

    InterpolationTest(@TempDir Path folder) {
        fixture = new Fixture(folder);
        fixture.env.putAll(Map.of("HOST", "db.example", "PORT", "5432", "PASSWORD", "hunter2"));
        fixture.files.putAll(Map.of("token", "t0ken-from-file\n", "two", "a\n\n", "windows", "w1ndows\r\n"));
        fixture.commands.put(List.of("az", "get", "--query", "{a:b}"), "  t0ken-from-command \n");
    }

    record Texts(
            @Key("") @Nullable String text,
            @Key("") @Nullable Secret secret,
            @Key("") @Nullable Integer port,
            @Key("") @Nullable Path path,
            @Key("") @Nullable Object body) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain | plain",
                "${env:HOST} | db.example",
                "${env:HOST}:${env:PORT}/x | db.example:5432/x",
                "$${env:HOST} | ${env:HOST}",
                "$$${env:HOST} | $${env:HOST}",
                "costs $5 {now} | costs $5 {now}",
                "${file:token} | t0ken-from-file",
                "${file:windows} | w1ndows",
                "'Bearer ${command:az get --query {a:b}}' | Bearer t0ken-from-command"
            })
    void resolvesReferences(String written, String resolved) {
        assertThat(bind("text: " + written).text()).isEqualTo(resolved);
    }

    @Test
    void takesOneNewlineFromAFile() {
        assertThat(bind("text: ${file:two}").text()).isEqualTo("a\n");
    }

    @Test
    void resolvesTypedValuesAndBodies() {
        Texts bound = bind("port: ${env:PORT}\npath: certs/${env:HOST}.pem\nbody: { host: [ \"${env:HOST}\" ] }\n");
        assertThat(bound.port()).isEqualTo(5432);
        assertThat(bound.path()).isEqualTo(fixture.folder.resolve("certs/db.example.pem"));
        assertThat(bound.body()).isEqualTo(Map.of("host", List.of("db.example")));
    }

    @Test
    void registersWhatMustNotBePrinted() {
        Bound<Texts> file = fixture.bind(
                Texts.class, "text: ${file:token}\nsecret: Bearer ${env:PASSWORD}\nbody: \"${env:HOST}\"\n");
        Texts bound = file.value();
        assertThat(file.text("secret")).isEmpty();
        assertThat(bound.secret()).isEqualTo(Secret.of("Bearer hunter2", "Bearer ${env:PASSWORD}"));
        assertThat(fixture.secrets.mask("t0ken-from-file, Bearer hunter2, hunter2, db.example"))
                .isEqualTo("***, ***, ***, db.example");
        assertThat(fixture.secrets.foundIn("t0ken-from-file")).containsExactly("text");
    }

    @Test
    void aVariableThatIsASecretByItsNameIsMaskedWhereverItIsUsed() {
        fixture.env.putAll(Map.of("API_TOKEN", "abc-123-def", "KEYCLOAK_PORT", "18443"));
        bind("text: Bearer ${env:API_TOKEN}\nbody: \"${env:KEYCLOAK_PORT}\"\n");
        assertThat(fixture.secrets.mask("Bearer abc-123-def to 18443")).isEqualTo("Bearer *** to 18443");
    }

    @Test
    void aProblemDoesNotGiveAFileAway() {
        fixture.files.put("name", "t0ken-from-file");
        assertThat(fixture.problemsOf(Texts.class, "port: ${file:token}\ntext: ${env:t0ken-from-file}\n"))
                .isEqualTo("""
                        f.yaml:1:7: port: expected a whole number; found ${file:token}
                        f.yaml:2:7: text: environment variable *** is not set""");
    }

    @Test
    void aPlanDoesNotRunCommands() {
        fixture.resolver = fixture.withoutCommands();
        Texts bound = bind("text: a ${command:rm -rf /} b\nsecret: ${command:az token}\n");
        assertThat(bound.text()).isEqualTo("a ${command:rm -rf /} b");
        Secret secret = Objects.requireNonNull(bound.secret());
        assertThat(secret.isResolved()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(secret::reveal)
                .withMessage("${command:az token} was not run: a plan does not run commands");
    }

    @Test
    void aCommandThatDidNotRunGivesNoNumber() {
        fixture.resolver = fixture.withoutCommands();
        assertThat(fixture.problemsOf(Texts.class, "port: ${command:port}\n"))
                .isEqualTo("f.yaml:1:7: port: ${command:…} can give text and secrets only; expected a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "az account get | az,account,get",
                "  a   b  | a,b",
                "a 'b c' d | a,b c,d",
                "a \"b 'c\" d | a,b 'c,d",
                "a b\\ c | a,b c",
                "a x'y'\"z\" | a,xyz",
                "a \"q\\\"\\n\" | a,q\"\\n",
                "$HOME *.txt ; | $HOME,*.txt,;"
            })
    void splitsWordsAsAShellDoes(String line, String words) {
        assertThat(Words.split(line)).containsExactly(words.split(","));
    }

    @Test
    void anEmptyQuoteIsAWord() {
        assertThat(Words.split("a '' b")).containsExactly("a", "", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a 'b", "a \"b", "a \\"})
    void refusesAnOpenQuote(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Words.split(line));
    }

    private Texts bind(String yaml) {
        Bound<Texts> bound = fixture.bind(Texts.class, yaml);
        assertThat(fixture.problems.list()).isEmpty();
        return bound.value();
    }
}
