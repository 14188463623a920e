package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor that knows the schema agrees with the binder. */
class JsonSchemaWriterTest {

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(JsonSchemaWriter.write(Root.class), InputFormat.JSON);

    private final Fixture fixture;

    JsonSchemaWriterTest(@TempDir Path folder) {
        fixture = new Fixture(folder);
        fixture.env.putAll(Map.of("A", "text", "ONE", "1", "TRUE", "true", "MODE", "dns"));
    }

    enum Mode {
        DNS,
        CLOUDFLARE_ORIGIN
    }

    @Section("A step.")
    record Step(
            @Key("Its name.") String id,
            @Key(value = "Its deadline.", byDefault = "5m") Duration within) {}

    @Section("The file.")
    record Root(
            @Key("A name.") String name,
            @Key(value = "A count.", byDefault = "1") int count,
            @Key("A factor.") @Nullable Double factor,
            @Key(value = "A flag.", byDefault = "false") boolean flag,
            @Key(value = "A mode.", byDefault = "dns") Mode mode,
            @Key("A share.") @Nullable Share share,
            @Key("A size.") @Nullable Size size,
            @Key("A rate.") @Nullable Rate rate,
            @Key("A day.") @Nullable LocalDate day,
            @Key("A file.") @Nullable Path path,
            @Key("A password.") @Nullable Secret secret,
            @Key("Words.") List<String> words,
            @Key("Steps.") List<Step> steps,
            @Key("Steps by name.") Map<String, Step> named,
            @Key("JSON.") @Nullable Object body) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: a",
                "name: 1.10",
                "name: a\ncount: 5\nfactor: 1.5\nflag: true\nmode: cloudflare-origin",
                "name: a\nfactor: 2",
                "name: a\nshare: +10%\nsize: 64MiB\nrate: 30/m\nday: 2027-01-31\npath: ca.pem",
                "name: a\nshare: 0.5%\nsize: 10kB\nwords: one",
                "name: a\nwords: [one, 2]\nsteps: [ { id: x } ]\nnamed: { y: { id: z, within: 10s } }",
                "name: a\nbody: { a: [1, null, { b: c }] }",
                "name: ${env:A}\ncount: ${env:ONE}\nflag: ${env:TRUE}\nmode: ${env:MODE}\nsecret: ${env:A}",
                "name: a\nwords:\nsteps:\nsecret:\nfactor:\nbody:"
            })
    void bothAccept(String yaml) throws Exception {
        assertThat(fixture.problemsOf(Root.class, yaml)).isEmpty();
        assertThat(SCHEMA.validate(json(yaml), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count: 1",
                "name: [a]",
                "name: a\nnmae: b",
                "name: a\ncount: 1.5",
                "name: a\ncount: x",
                "name: a\ncount:",
                "name: a\nflag: yes",
                "name: a\nmode: DNS",
                "name: a\nshare: 5",
                "name: a\nsize: 5",
                "name: a\nrate: 5",
                "name: a\nday: tomorrow",
                "name: a\nsecret: hunter2",
                "name: a\nsteps: [ { within: 5m } ]",
                "name: a\nsteps: { id: x }",
                "name: a\nnamed: { y: { id: z, within: 10 } }",
                "name: a\nnamed: { y: }",
                "- name: a"
            })
    void bothRefuse(String yaml) throws Exception {
        assertThat(fixture.problemsOf(Root.class, yaml)).isNotEmpty();
        assertThat(SCHEMA.validate(json(yaml), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void saysWhatTheKeysMean() {
        assertThat(JsonSchemaWriter.write(Step.class)).isEqualTo("""
                        {
                          "$schema" : "https://json-schema.org/draft/2020-12/schema",
                          "description" : "A step.",
                          "type" : "object",
                          "additionalProperties" : false,
                          "required" : [ "id" ],
                          "properties" : {
                            "id" : {
                              "description" : "Its name.",
                              "type" : [ "string", "number", "boolean" ]
                            },
                            "within" : {
                              "description" : "Its deadline. Default: 5m",
                              "anyOf" : [ {
                                "type" : "string",
                                "pattern" : "^[0-9]+(ms|s|m|h|d)$"
                              }, {
                                "$ref" : "#/$defs/interpolated"
                              } ]
                            }
                          },
                          "$defs" : {
                            "interpolated" : {
                              "type" : "string",
                              "pattern" : "\\\\$\\\\{(env|file|command):[^}]+"
                            }
                          }
                        }
                        """);
    }

    /** The text as an editor sees it: nothing is resolved. */
    private String json(String yaml) throws Exception {
        Fixture asWritten = new Fixture(fixture.folder);
        asWritten.env.putAll(
                Map.of("A", "${env:A}", "ONE", "${env:ONE}", "TRUE", "${env:TRUE}", "MODE", "${env:MODE}"));
        Binding binding = new Binding(Path.of("f.yaml"), asWritten, new Secrets(), new Problems());
        return JsonText.of(new JsonValues(binding)
                .bind(YamlText.parse(yaml).orElseThrow(), "")
                .value());
    }
}
