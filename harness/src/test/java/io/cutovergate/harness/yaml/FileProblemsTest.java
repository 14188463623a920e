package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no YAML, or YAML that the files may not use, and files that cannot be read. */
class FileProblemsTest {

    private final Path folder;

    FileProblemsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    record File(
            @Key("") @Nullable String text,
            @Key("") List<List<String>> list,
            @Key("") @Nullable Object body) {}

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("text: !secret a\n", "f.yaml:1:7: text: a tag (!secret); write the plain value"),
                arguments(
                        "body: !!binary aGk=\n",
                        "f.yaml:1:7: body: a tag (tag:yaml.org,2002:binary); write the plain value"),
                arguments("body: &a [ *a ]\n", "f.yaml:1:7: body: an alias (*) inside the value that it repeats"),
                arguments("list: &a\n  - *a\n", "f.yaml:1:7: list: an alias (*) inside the value that it repeats"),
                arguments(
                        "text: a\n---\ntext: b\n", "f.yaml:3:1: a second document (---); write one document per file"),
                arguments(
                        "text: [a\ntls: b\n",
                        "f.yaml:2:4: not YAML: while parsing a flow sequence: expected ',' or ']', but got :"),
                arguments(
                        "text:\n\t- a\n",
                        "f.yaml:2:1: not YAML: while scanning for the next token: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)"),
                arguments(
                        "body: { a: ${env:A} }\n",
                        "f.yaml:1:13: not YAML: while parsing a flow mapping: expected ',' or '}', but got {; a value with ${…} needs quotes inside { } and [ ], and when it holds \": \""),
                arguments("text: *none\n", "f.yaml:1:7: not YAML: found undefined alias none"),
                arguments("text: a\u0007b\n", "f.yaml:1:8: not YAML: character U+0007 is not allowed"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isReportedAtItsPlace(String yaml, String problem) {
        assertThat(new Fixture(folder).problemsOf(File.class, yaml)).isEqualTo(problem);
    }

    @Test
    void problemsOfAllFilesAreSortedByFileAndPlace() {
        Problems problems = new Problems();
        problems.add(new Problem("b.yaml", 1, 1, "", "x"));
        problems.add(new Problem("a.yaml", 10, 1, "", "x"));
        problems.add(new Problem("a.yaml", 9, 2, "k", "x"));
        problems.add(new Problem("a.yaml", 9, 1, "", "x"));
        problems.add(new Problem("a.yaml", 9, 1, "", "x"));
        assertThat(problems).hasToString("a.yaml:9:1: x\na.yaml:9:2: k: x\na.yaml:10:1: x\nb.yaml:1:1: x");
    }

    @Test
    void aFileThatCannotBeReadIsAProblem() throws IOException {
        assertThat(problemsOf(folder.resolve("none.yaml"))).isEqualTo("none.yaml: cannot be read: no such file");
        Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
        assertThat(problemsOf(folder.resolve("latin.yaml"))).isEqualTo("latin.yaml: cannot be read: not UTF-8");
        Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
        assertThat(problemsOf(folder.resolve("large.yaml")))
                .isEqualTo("large.yaml: larger than 1MiB; is this the right file?");
    }

    private String problemsOf(Path file) {
        Fixture fixture = new Fixture(folder);
        Binder.bind(file, File.class, fixture, fixture.secrets, fixture.problems);
        return fixture.problems.toString().replace(folder + "/", "");
    }
}
