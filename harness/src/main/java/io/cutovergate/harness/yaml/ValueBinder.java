package io.cutovergate.harness.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Binds one node to a value of the wanted type. */
final class ValueBinder {

    private final Binding binding;
    private final RecordBinder records;
    private final CollectionBinder collections;
    private final JsonValues json;

    ValueBinder(Binding binding) {
        this.binding = binding;
        records = new RecordBinder(binding, this);
        collections = new CollectionBinder(binding, this);
        json = new JsonValues(binding);
    }

    /**
     * @param at where the value's key stands, or the item of a list
     * @param sample a value that would be accepted, for numbers; may be empty
     */
    Outcome bind(Node node, Type type, String path, Position at, String sample) {
        if (node.isRecursive()) {
            return binding.refuse(node, path, "an alias (*) inside the value that it repeats");
        }
        if (!Tags.areAllowed(node)) {
            return binding.refuse(node, path, "a tag (" + node.getTag() + "); write the plain value");
        }
        if (type == Object.class) {
            return json.bind(node, path);
        }
        if (isNothing(node)) {
            return binding.refuse(at, path, "has no value; expected " + Expected.of(type, sample));
        }
        if (type instanceof ParameterizedType collection) {
            Type[] of = collection.getActualTypeArguments();
            return collection.getRawType() == List.class
                    ? collections.list(node, of[0], path)
                    : collections.map(node, of[1], path);
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord() && ScalarType.of(wanted) == null) {
            return records.bind(node, wanted, path, at);
        }
        return node instanceof ScalarNode scalar
                ? scalar(scalar, wanted, path, sample)
                : wrongType(node, type, path, sample);
    }

    Outcome wrongType(Node node, Type type, String path, String sample) {
        return binding.refuse(node, path, "expected " + Expected.of(type, sample) + "; found " + Expected.found(node));
    }

    static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private Outcome scalar(ScalarNode node, Class<?> type, String path, String sample) {
        Interpolation.Result result = binding.resolve(node, path);
        if (result == null) {
            return Outcome.INVALID;
        }
        if (type == Secret.class) {
            return secret(node, result, path);
        }
        binding.texts().put(path, result.text());
        if (!result.isComplete() && type != String.class && type != Path.class) {
            return binding.refuse(
                    node, path, "${command:…} can give text and secrets only; expected " + Expected.of(type, sample));
        }
        try {
            return Outcome.of(parse(result.text(), type));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return binding.refuse(
                    node,
                    path,
                    "expected " + Expected.of(type, sample) + "; found " + Expected.found(result)
                            + (type.isEnum() ? Nearest.hint(result.text(), Expected.constants(type)) : ""));
        }
    }

    private Object parse(String text, Class<?> type) {
        ScalarType scalar = ScalarType.of(type);
        if (scalar != null) {
            return scalar.parse().apply(text);
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (Names.of((Enum<?>) constant).equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("no such constant: " + text);
        }
        return binding.folder().resolve(text).normalize();
    }

    private Outcome secret(ScalarNode node, Interpolation.Result result, String path) {
        if (result.isLiteral()) {
            return binding.refuse(
                    node, path, "a secret does not stand in the file; write ${env:NAME}, ${file:PATH} or ${command:…}");
        }
        if (!result.isComplete()) {
            return Outcome.of(Secret.unresolved(result.written()));
        }
        if (result.text().isEmpty()) {
            return binding.refuse(node, path, result.written() + " is empty");
        }
        result.plain().forEach(value -> binding.secrets().add(value, path));
        binding.secrets().add(result.text(), path);
        return Outcome.of(Secret.of(result.text(), result.written()));
    }
}
