package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BinderProblemsTest {

    private final Path folder;

    BinderProblemsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    enum Mode {
        DNS,
        CLOUDFLARE_ORIGIN
    }

    record Tls(
            @Key(value = "", byDefault = "21") int minDaysLeft,
            @Key(value = "") List<Path> ca,
            @Key(value = "", byDefault = "300s") Duration within) {}

    record Step(@Key("") List<String> run, @Key("") List<String> prove) {

        Step {
            if (run.isEmpty() == prove.isEmpty()) {
                throw new IllegalArgumentException("a step has either run or prove");
            }
        }
    }

    record File(
            @Key(value = "", byDefault = "{}") Tls tls,
            @Key(value = "", byDefault = "dns") Mode mode,
            @Key(value = "", byDefault = "1.5") double margin,
            @Key(value = "", byDefault = "false") boolean parity,
            @Key(value = "", byDefault = "1%") Share share,
            @Key(value = "", byDefault = "1B") Size size,
            @Key(value = "", byDefault = "1/s") Rate rate,
            @Key("") @Nullable LocalDate until,
            @Key("") List<Step> steps,
            @Key("") Map<String, Tls> hosts,
            @Key("") @Nullable Secret password,
            @Key("") @Nullable Object body,
            @Key("") @Nullable String text) {}

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "tls:\n  min-days-lft: 3\n",
                        "f.yaml:2:3: tls.min-days-lft: unknown key; did you mean min-days-left? Allowed here: min-days-left, ca, within"),
                arguments(
                        "tls: { colour: red }\n",
                        "f.yaml:1:8: tls.colour: unknown key. Allowed here: min-days-left, ca, within"),
                arguments(
                        "tls:\n  min-days-left: three weeks\n",
                        "f.yaml:2:18: tls.min-days-left: expected a whole number such as 21; found \"three weeks\""),
                arguments(
                        "tls: { min-days-left: [1] }\n",
                        "f.yaml:1:23: tls.min-days-left: expected a whole number such as 21; found a list"),
                arguments(
                        "tls: { min-days-left: 99999999999 }\n",
                        "f.yaml:1:23: tls.min-days-left: expected a whole number such as 21; found \"99999999999\""),
                arguments(
                        "tls: { min-days-left: }\n",
                        "f.yaml:1:8: tls.min-days-left: has no value; expected a whole number such as 21"),
                arguments(
                        "tls: { within: 15 }\n",
                        "f.yaml:1:16: tls.within: expected a duration such as 300ms, 30s, 15m, 2h or 14d; found \"15\""),
                arguments(
                        "tls: strict\n",
                        "f.yaml:1:6: tls: expected a section with the keys min-days-left, ca, within; found \"strict\""),
                arguments(
                        "tls: { ca: { a: b } }\n",
                        "f.yaml:1:12: tls.ca: expected a list; found a mapping; write \"- \" before each of its items"),
                arguments("tls: { ca: [[a]] }\n", "f.yaml:1:13: tls.ca[0]: expected a path; found a list"),
                arguments(
                        "mode: dnss\n",
                        "f.yaml:1:7: mode: expected one of dns, cloudflare-origin; found \"dnss\"; did you mean dns?"),
                arguments(
                        "mode: DNS\n",
                        "f.yaml:1:7: mode: expected one of dns, cloudflare-origin; found \"DNS\"; did you mean dns?"),
                arguments("margin: NaN\n", "f.yaml:1:9: margin: expected a number such as 1.5; found \"NaN\""),
                arguments("margin: 1e999\n", "f.yaml:1:9: margin: expected a number such as 1.5; found \"1e999\""),
                arguments("parity: yes\n", "f.yaml:1:9: parity: expected true or false; found \"yes\""),
                arguments("share: 0.5\n", "f.yaml:1:8: share: expected a share such as 0.5% or +10%; found \"0.5\""),
                arguments(
                        "size: 64MB2\n",
                        "f.yaml:1:7: size: expected a size such as 5B, 10KiB, 64MiB, 1GiB or 10MB; found \"64MB2\""),
                arguments("rate: 200\n", "f.yaml:1:7: rate: expected a rate such as 200/s, 30/m or 5/h; found \"200\""),
                arguments(
                        "until: 31.1.2027\n",
                        "f.yaml:1:8: until: expected a date such as 2027-01-31; found \"31.1.2027\""),
                arguments(
                        "until: 2027-02-30\n",
                        "f.yaml:1:8: until: expected a date such as 2027-01-31; found \"2027-02-30\""),
                arguments(
                        "steps:\n  - run: a\n  - run: a\n    prove: b\n",
                        "f.yaml:3:5: steps[1]: a step has either run or prove"),
                arguments("steps: [ ]\nhosts: [a]\n", "f.yaml:2:8: hosts: expected a mapping of names; found a list"),
                arguments(
                        "hosts:\n  www:\n",
                        "f.yaml:2:3: hosts.www: has no value; expected a section with the keys min-days-left, ca, within"),
                arguments("text: a\ntls: {}\ntext: b\n", "f.yaml:3:1: text: written twice; the first is in line 1"),
                arguments(
                        "body: { a: { b: 1, b: 2 } }\n",
                        "f.yaml:1:20: body.a.b: written twice; the first is in line 1"),
                arguments(
                        "body: { a: .inf }\n",
                        "f.yaml:1:12: body.a: expected a number as JSON writes it; found \".inf\""),
                arguments("? [a]\n: b\n", "f.yaml:1:3: a key must be plain text"),
                arguments(
                        "password: hunter2\n",
                        "f.yaml:1:11: password: a secret does not stand in the file; write ${env:NAME}, ${file:PATH} or ${command:…}"),
                arguments(
                        "password: { a: b }\n",
                        "f.yaml:1:11: password: expected a secret as ${env:NAME}, ${file:PATH} or ${command:…}; found a mapping"),
                arguments("password: ${env:EMPTY}\n", "f.yaml:1:11: password: ${env:EMPTY} is empty"),
                arguments("text: ${env:NOWHERE}\n", "f.yaml:1:7: text: environment variable NOWHERE is not set"),
                arguments(
                        "body: [ \"${env:NOWHERE}\" ]\n",
                        "f.yaml:1:9: body[0]: environment variable NOWHERE is not set"),
                arguments(
                        "text: ${file:secrets/none.txt}\n",
                        "f.yaml:1:7: text: file secrets/none.txt cannot be read: no such file"),
                arguments(
                        "text: ${command:az account}\n",
                        "f.yaml:1:7: text: command \"az account\": exit status 1: no account"),
                arguments(
                        "text: ${command:az 'account}\n",
                        "f.yaml:1:7: text: command \"az 'account\": a ' that does not end"),
                arguments(
                        "text: ${HOME}\n",
                        "f.yaml:1:7: text: cannot resolve ${HOME}; write ${env:NAME}, ${file:PATH} or ${command:…}, or $${ where the text ${ is meant"),
                arguments(
                        "text: ${env:}\n",
                        "f.yaml:1:7: text: cannot resolve ${env:}; write ${env:NAME}, ${file:PATH} or ${command:…}, or $${ where the text ${ is meant"),
                arguments(
                        "text: \"${env:A\"\n",
                        "f.yaml:1:7: text: ${ without its }; write $${ where the text ${ is meant"),
                arguments(
                        "margin: ${env:WHO}\n",
                        "f.yaml:1:9: margin: expected a number such as 1.5; found ${env:WHO} = \"jo\""),
                arguments(
                        "margin: ${file:token}\n",
                        "f.yaml:1:9: margin: expected a number such as 1.5; found ${file:token}"),
                arguments(
                        "- a\n",
                        "f.yaml:1:1: expected a section with the keys tls, mode, margin, parity, share, size, rate, until, steps, hosts, password, body, text; found a list"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReportedAtItsPlaceWithWhatIsAllowed(String yaml, String problem) {
        assertThat(problemsOf(yaml)).isEqualTo(problem);
    }

    record Needy(
            @Key(value = "", example = "staging") String environment,
            @Key("") Mode mode,
            @Key("") Tls tls,
            @Key("") List<Needy> below) {}

    @Test
    void missingKeysStandAtTheirSection() {
        String problems = new Fixture(folder)
                .problemsOf(Needy.class, "environment: a\nmode: dns\ntls: {}\nbelow:\n  - mode: dns\n    tls: {}\n");
        assertThat(problems)
                .isEqualTo(
                        "f.yaml:5:5: below[0].environment: missing; expected text; for example environment: staging");
    }

    @Test
    void anEmptyFileMissesItsKeys() {
        assertThat(new Fixture(folder).problemsOf(Needy.class, "# nothing\n")).isEqualTo("""
                        f.yaml:1:1: environment: missing; expected text; for example environment: staging
                        f.yaml:1:1: mode: missing; expected one of dns, cloudflare-origin
                        f.yaml:1:1: tls: missing; expected a section with the keys min-days-left, ca, within""");
    }

    @Test
    void fiveMistakesAreFiveProblems() {
        assertThat(problemsOf("""
                        password: hunter2
                        tls:
                          min-days-lft: 3
                          within: 15
                        mode: dnss
                        steps:
                          - {}
                        """)).isEqualTo("""
                        f.yaml:1:11: password: a secret does not stand in the file; write ${env:NAME}, ${file:PATH} or ${command:…}
                        f.yaml:3:3: tls.min-days-lft: unknown key; did you mean min-days-left? Allowed here: min-days-left, ca, within
                        f.yaml:4:11: tls.within: expected a duration such as 300ms, 30s, 15m, 2h or 14d; found "15"
                        f.yaml:5:7: mode: expected one of dns, cloudflare-origin; found "dnss"; did you mean dns?
                        f.yaml:7:5: steps[0]: a step has either run or prove""");
    }

    private String problemsOf(String yaml) {
        Fixture fixture = new Fixture(folder);
        fixture.env.putAll(Map.of("WHO", "jo", "EMPTY", ""));
        fixture.files.put("token", "s3cr3t-token\n");
        return fixture.problemsOf(File.class, yaml);
    }
}
