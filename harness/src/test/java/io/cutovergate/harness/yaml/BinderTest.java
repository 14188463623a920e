package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinderTest {

    private final Path folder;
    private final Fixture fixture;

    BinderTest(@TempDir Path folder) {
        this.folder = folder;
        fixture = new Fixture(folder);
        fixture.env.put("WHO", "jo");
    }

    enum Mode {
        DNS,
        CLOUDFLARE_ORIGIN
    }

    record Inner(
            @Key(value = "Days.", byDefault = "21") int minDaysLeft,
            @Key("Name.") @Nullable String name) {}

    record Scalars(
            @Key("") String text,
            @Key("") int whole,
            @Key("") long large,
            @Key("") double number,
            @Key("") boolean flag,
            @Key("") Mode mode,
            @Key("") Duration time,
            @Key("") Share share,
            @Key("") Size size,
            @Key("") Rate rate,
            @Key("") LocalDate day,
            @Key("") Path path,
            @Key("") @Nullable Double boxed) {}

    record Composed(
            @Key(value = "", byDefault = "{ name: by default }")
            Inner byDefault,

            @Key("") @Nullable Inner inner,
            @Key("") List<String> texts,
            @Key("") List<Inner> items,
            @Key("") Map<String, Inner> named,
            @Key("") Map<String, List<String>> lists,
            @Key(value = "", name = "for") @Nullable String reserved,
            @Key(value = "", byDefault = "[a, b]") List<String> listByDefault,
            @Key(value = "", byDefault = "ca.pem") Path pathByDefault) {}

    record Any(
            @Key("") Map<String, Object> json,
            @Key("") @Nullable Object body) {}

    @Test
    void bindsEveryScalarType() {
        Scalars bound = bind(Scalars.class, """
                text: 1.10
                whole: 21
                large: 9000000000
                number: 1.5
                flag: true
                mode: cloudflare-origin
                time: 15m
                share: +10%
                size: 64MiB
                rate: 200/s
                day: 2027-01-31
                path: ../certs/ca.pem
                boxed: 99
                """);
        assertThat(bound)
                .isEqualTo(new Scalars(
                        "1.10",
                        21,
                        9_000_000_000L,
                        1.5,
                        true,
                        Mode.CLOUDFLARE_ORIGIN,
                        Duration.ofMinutes(15),
                        new Share(0.1),
                        new Size(64L << 20),
                        new Rate(200, Duration.ofSeconds(1)),
                        LocalDate.of(2027, 1, 31),
                        folder.resolveSibling("certs/ca.pem"),
                        99.0));
    }

    @Test
    void absentKeysTakeDefaultNullOrEmpty() {
        assertThat(bind(Composed.class, ""))
                .isEqualTo(new Composed(
                        new Inner(21, "by default"),
                        null,
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        null,
                        List.of("a", "b"),
                        folder.resolve("ca.pem")));
    }

    @Test
    void sectionsWithNothingInThemAreAbsent() {
        assertThat(bind(Composed.class, "by-default:\ninner:\ntexts:\nitems: ~\nnamed: null\nfor:\n"))
                .isEqualTo(bind(Composed.class, ""));
    }

    @Test
    void bindsSectionsListsAndMaps() {
        Composed bound = bind(Composed.class, """
                inner: { min-days-left: 1 }
                texts: one
                items:
                  - name: a
                  - { min-days-left: 7 }
                named: { z: { name: last }, a: {} }
                lists: { users: [email, phone], orders: note }
                for: life
                """);
        assertThat(bound.inner()).isEqualTo(new Inner(1, null));
        assertThat(bound.texts()).containsExactly("one");
        assertThat(bound.items()).containsExactly(new Inner(21, "a"), new Inner(7, null));
        assertThat(bound.named().keySet()).containsExactly("z", "a");
        assertThat(bound.lists()).isEqualTo(Map.of("users", List.of("email", "phone"), "orders", List.of("note")));
        assertThat(bound.reserved()).isEqualTo("life");
    }

    @Test
    void bindsWhatJsonCanSay() {
        Any bound = bind(Any.class, """
                json: { "$.count": 5, "$.price": 1.50, "$.gone": null, "$.on": true, "$.text": "5", "$.huge": 92233720368547758070 }
                body: [ { a: [1, b] }, "${env:WHO}" ]
                """);
        assertThat(bound.json().values().stream().map(String::valueOf))
                .containsExactly("5", "1.5", "null", "true", "5", "92233720368547758070");
        assertThat(bound.json())
                .containsEntry("$.count", 5L)
                .containsEntry("$.price", 1.5)
                .containsEntry("$.text", "5");
        assertThat(bound.body()).isEqualTo(Arrays.asList(Map.of("a", List.of(1L, "b")), "jo"));
    }

    @Test
    void anchorsAndAliasesRepeatAValue() {
        Composed bound = bind(Composed.class, "items:\n  - &first { name: a }\n  - *first\n");
        assertThat(bound.items()).containsExactly(new Inner(21, "a"), new Inner(21, "a"));
    }

    @Test
    void collectionsCannotBeChanged() {
        Composed bound = bind(Composed.class, "texts: [a]\nnamed: { a: {} }\n");
        assertThatThrownBy(() -> bound.texts().add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> bound.named().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void knowsWhereAKeyStands() {
        Bound<Composed> bound = fixture.bind(Composed.class, "items:\n  - name: a\nnamed:\n  \"a.b\":\n    name: x\n");
        assertThat(bound.position("items[0].name")).isEqualTo(new Position(2, 5));
        assertThat(bound.position("named.\"a.b\".name")).isEqualTo(new Position(5, 5));
        assertThat(bound.position("named.\"a.b\".min-days-left")).isEqualTo(new Position(4, 3));
        assertThat(bound.position("inner.name")).isEqualTo(new Position(1, 1));
        fixture.problems.at(bound, "items[0].name", "no such service");
        assertThat(fixture.problems).hasToString(folder + "/f.yaml:2:5: items[0].name: no such service");
    }

    @Test
    void aFaultyFileHasTextsButNoRecord() {
        Bound<Scalars> bound = fixture.bind(Scalars.class, "text: ${env:WHO}\n");
        assertThat(bound.isValid()).isFalse();
        assertThat(bound.text("text")).contains("jo");
        assertThatIllegalStateException().isThrownBy(bound::value);
    }

    private <T extends Record> T bind(Class<T> type, String yaml) {
        Bound<T> bound = fixture.bind(type, yaml);
        assertThat(fixture.problems.list()).isEmpty();
        return bound.value();
    }
}
