package io.cutovergate.harness.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Says what was expected and what was found. */
final class Expected {

    private static final int LONGEST = 60;

    private Expected() {}

    /** For example {@code a whole number such as 21}. */
    static String of(Type type, String sample) {
        if (type instanceof ParameterizedType collection) {
            return collection.getRawType() == List.class ? "a list" : "a mapping of names";
        }
        Class<?> wanted = (Class<?>) type;
        ScalarType scalar = ScalarType.of(wanted);
        if (scalar != null) {
            return scalar.expected() + (scalar.isNumber() && !sample.isEmpty() ? " such as " + sample : "");
        }
        if (wanted.isEnum()) {
            List<String> constants = constants(wanted);
            return constants.size() == 1 ? constants.get(0) : "one of " + String.join(", ", constants);
        }
        if (wanted.isRecord()) {
            return "a section with the keys "
                    + KeyInfo.of(wanted).stream().map(KeyInfo::name).collect(Collectors.joining(", "));
        }
        if (wanted == Object.class) {
            return "a value";
        }
        if (wanted == Path.class) {
            return "a path";
        }
        if (wanted == Secret.class) {
            return "a secret as ${env:NAME}, ${file:PATH} or ${command:…}";
        }
        throw new IllegalStateException("no values of the files are bound to " + wanted);
    }

    static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> Names.of((Enum<?>) constant))
                .toList();
    }

    static String found(Node node) {
        if (node instanceof MappingNode) {
            return "a mapping";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        return quote(((ScalarNode) node).getValue());
    }

    /** A secret is not shown. */
    static String found(Interpolation.Result result) {
        if (result.isLiteral()) {
            return quote(result.text());
        }
        return result.written() + (result.secret().isEmpty() ? " = " + quote(result.text()) : "");
    }

    private static String quote(String text) {
        return JsonText.quote(text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
    }
}
