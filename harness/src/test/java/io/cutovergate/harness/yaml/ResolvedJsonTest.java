package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolvedJsonTest {

    private final Fixture fixture;

    ResolvedJsonTest(@TempDir Path folder) {
        fixture = new Fixture(folder);
        fixture.env.put("PASSWORD", "hunter2");
        fixture.files.put("token", "t0ken-from-file");
    }

    enum Mode {
        CLOUDFLARE_ORIGIN
    }

    record Inner(@Key(value = "", byDefault = "15m") Duration within) {}

    record Root(
            @Key("") Map<String, Inner> named,
            @Key("") @Nullable Mode mode,
            @Key("") List<Path> ca,
            @Key("") @Nullable Share share,
            @Key("") @Nullable Size size,
            @Key("") @Nullable Double factor,
            @Key("") @Nullable Object body,
            @Key("") @Nullable Secret password,
            @Key("") @Nullable String text) {}

    @Test
    void isOneLineWithSortedMembersAndValuesAsTheyAreWritten() {
        assertThat(json("""
                                text: "a \\"quoted\\" one"
                                named: { z: {}, a: { within: 90s } }
                                mode: cloudflare-origin
                                ca: [ca.pem, /etc/ssl/ca.pem]
                                share: +10%
                                size: 64MiB
                                factor: 2.0
                                body: { n: null, b: [1, true, 1.50] }
                                """))
                .isEqualTo(
                        "{\"body\":{\"b\":[1,true,1.5],\"n\":null},\"ca\":[\"ca.pem\",\"/etc/ssl/ca.pem\"],\"factor\":2,"
                                + "\"mode\":\"cloudflare-origin\",\"named\":{\"a\":{\"within\":\"90s\"},\"z\":{\"within\":\"15m\"}},"
                                + "\"share\":\"10%\",\"size\":\"64MiB\",\"text\":\"a \\\"quoted\\\" one\"}");
    }

    @Test
    void theOrderOfKeysMakesNoDifference() {
        assertThat(json("text: a\nmode: cloudflare-origin\n")).isEqualTo(json("mode: cloudflare-origin\ntext: a\n"));
    }

    @Test
    void secretsAreSaltedHashes() {
        // printf 'salt%s' hunter2 | sha256sum
        assertThat(json("password: ${env:PASSWORD}\ntext: token is ${file:token}\n"))
                .isEqualTo(
                        "{\"ca\":[],\"named\":{},\"password\":\"sha256:6efb3088c88aa6ff\",\"text\":\"sha256:be9f8fef7c746476\"}");
    }

    @Test
    void anUnresolvedSecretSaysSo() {
        fixture.resolver = fixture.withoutCommands();
        assertThat(json("password: ${command:az token}\n"))
                .isEqualTo("{\"ca\":[],\"named\":{},\"password\":\"unresolved:${command:az token}\"}");
    }

    private String json(String yaml) {
        Bound<Root> bound = fixture.bind(Root.class, yaml);
        assertThat(fixture.problems.list()).isEmpty();
        return ResolvedJson.of(bound.value(), bound.folder(), fixture.secrets, "salt");
    }
}
