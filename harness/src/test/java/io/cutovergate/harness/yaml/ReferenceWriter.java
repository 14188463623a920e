package io.cutovergate.harness.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes the reference of the files in Markdown, from the records that they are bound to. */
final class ReferenceWriter {

    private static final String INTRODUCTION = """
            # Configuration

            Generated from the records in `harness/src/main/java/io/cutovergate/harness/config`; edit those.

            Files are YAML 1.2. An unknown key, a wrong type or a missing value is an error with line and column; all errors of
            all files are shown at once. `docs/schema/` holds the same as JSON Schema; an editor with a YAML
            language server takes it from a first line such as
            `# yaml-language-server: $schema=../../docs/schema/environment.schema.json`.

            ## How values are written

            | type | for example |
            |---|---|
            | text | `shop`, `"1.10"`; an unquoted `1.10` is the text 1.10 too |
            | whole number, number | `21`, `1.5` |
            | duration | `300ms`, `30s`, `15m`, `2h`, `14d` |
            | share | `0.5%`, `+10%` |
            | size | `64MiB`, `1GiB` (powers of 1024); `10MB`, `500kB` (powers of 1000); `5B` |
            | rate | `200/s`, `30/m`, `5/h` |
            | date | `2027-01-31` |
            | path | `certs/ca.pem`; a relative one starts at the folder of the file that names it |
            | list | `[a, b]`; where its items are plain values, one may stand alone: `a` |
            | secret | `${env:NAME}`, `${file:PATH}` or `${command:…}`; never the value itself |
            | any value | whatever JSON can say |

            Every value may hold `${env:NAME}` (a variable) and `${file:PATH}` (the file's text without its last newline). Text
            and secrets may also hold `${command:az account get-access-token …}`: what the command prints, run once, without a
            shell, in the file's folder, for at most 30 seconds; a plan does not run it. `$${` stands for `${`. Inside `{ }` and
            `[ ]` such a value needs quotes, and so does one that holds a colon and a space.

            Masked in whatever is printed or stored are secrets, whatever comes from a file or a command, and variables with
            PASSWORD, SECRET, TOKEN, KEY or CREDENTIAL as a word of their name.
            """;

    private final StringBuilder text = new StringBuilder(INTRODUCTION);

    private Map<Class<?>, List<String>> sections = Map.of();

    private ReferenceWriter() {}

    static String write(List<Class<?>> roots) {
        ReferenceWriter writer = new ReferenceWriter();
        roots.forEach(writer::writeFile);
        return writer.text.toString();
    }

    private void writeFile(Class<?> root) {
        sections = Sections.below(root);
        String name = Names.ofComponent(root.getSimpleName()).substring(1).replace('-', ' ');
        text.append("\n## ")
                .append(name.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(name.substring(1))
                .append('\n');
        sections.forEach((record, paths) -> {
            if (record != root) {
                text.append("\n### <a id=\"")
                        .append(anchor(record))
                        .append("\"></a>")
                        .append(code(paths.get(0)))
                        .append('\n');
            }
            text.append('\n').append(Sections.docOf(record)).append('\n');
            if (paths.size() > 1) {
                String others =
                        paths.stream().skip(1).map(ReferenceWriter::code).collect(Collectors.joining(", "));
                text.append("The same stands at ").append(others).append(".\n");
            }
            writeKeys(record);
        });
    }

    private void writeKeys(Class<?> record) {
        text.append("\n| key | type | default | meaning |\n|---|---|---|---|\n");
        for (KeyInfo key : KeyInfo.of(record)) {
            text.append("| `")
                    .append(key.name())
                    .append("` | ")
                    .append(type(key.type()))
                    .append(" | ")
                    .append(byDefault(key))
                    .append(" | ")
                    .append(key.doc())
                    .append(key.example().isEmpty() ? "" : " Example: " + code(key.example()))
                    .append(" |\n");
        }
    }

    private static String byDefault(KeyInfo key) {
        if (!key.byDefault().isEmpty()) {
            return key.byDefault().equals("{}") ? "its defaults" : code(key.byDefault());
        }
        return key.isRequired() ? "**required**" : key.isCollection() ? "empty" : "none";
    }

    private String type(Type type) {
        if (type instanceof ParameterizedType collection) {
            Type[] of = collection.getActualTypeArguments();
            return of.length == 1 ? "list of " + type(of[0]) : "mapping of names to " + type(of[1]);
        }
        Class<?> wanted = (Class<?>) type;
        ScalarType scalar = ScalarType.of(wanted);
        if (scalar != null) {
            return scalar.name();
        }
        if (wanted.isEnum()) {
            return Expected.constants(wanted).stream()
                    .map(ReferenceWriter::code)
                    .collect(Collectors.joining(", "));
        }
        if (wanted.isRecord()) {
            return "[" + code(path(wanted)) + "](#" + anchor(wanted) + ")";
        }
        return wanted == Secret.class ? "secret" : wanted == Path.class ? "path" : "any value";
    }

    private String path(Class<?> record) {
        return Objects.requireNonNull(sections.get(record)).get(0);
    }

    private static String anchor(Class<?> record) {
        return Sections.nameOf(record).toLowerCase(Locale.ROOT).replace('.', '-');
    }

    private static String code(String yaml) {
        return "`" + yaml.replace("|", "\\|") + "`";
    }
}
