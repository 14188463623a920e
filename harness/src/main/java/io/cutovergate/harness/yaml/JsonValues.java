package io.cutovergate.harness.yaml;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Binds what has no type of its own, such as the body of a request, to what JSON can say: {@code Map}, {@code List}, {@code String},
 * {@code Long} (or {@code BigInteger}), {@code Double}, {@code Boolean} and {@code null}.
 */
final class JsonValues {

    private final Binding binding;

    JsonValues(Binding binding) {
        this.binding = binding;
    }

    Outcome bind(Node node, String path) {
        if (node.isRecursive()) {
            return binding.refuse(node, path, "an alias (*) inside the value that it repeats");
        }
        if (!Tags.areAllowed(node)) {
            return binding.refuse(node, path, "a tag (" + node.getTag() + "); write the plain value");
        }
        if (node instanceof MappingNode mapping) {
            return map(mapping, path);
        }
        return node instanceof SequenceNode sequence ? list(sequence, path) : scalar((ScalarNode) node, path);
    }

    private Outcome map(MappingNode node, String path) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        boolean isValid = true;
        for (Mappings.Entry entry : Mappings.entries(node, path, binding).values()) {
            Outcome member = bind(entry.value(), KeyPaths.key(path, entry.key()));
            isValid &= member.isValid();
            members.put(entry.key(), member.value());
        }
        return isValid ? Outcome.of(Collections.unmodifiableMap(members)) : Outcome.INVALID;
    }

    private Outcome list(SequenceNode node, String path) {
        List<@Nullable Object> items = new ArrayList<>();
        boolean isValid = true;
        for (Node item : node.getValue()) {
            Outcome outcome = bind(item, KeyPaths.item(path, items.size()));
            isValid &= outcome.isValid();
            items.add(outcome.value());
        }
        return isValid ? Outcome.of(Collections.unmodifiableList(items)) : Outcome.INVALID;
    }

    private Outcome scalar(ScalarNode node, String path) {
        Interpolation.Result result = binding.resolve(node, path);
        if (result == null) {
            return Outcome.INVALID;
        }
        Tag tag = node.getTag();
        String text = result.text();
        if (tag.equals(Tag.NULL)) {
            return Outcome.of(null);
        }
        if (tag.equals(Tag.BOOL)) {
            return Outcome.of(Boolean.valueOf(text));
        }
        if (!tag.equals(Tag.INT) && !tag.equals(Tag.FLOAT)) {
            return Outcome.of(text);
        }
        try {
            return Outcome.of(tag.equals(Tag.INT) ? whole(text) : ScalarType.number(text));
        } catch (IllegalArgumentException e) {
            return binding.refuse(node, path, "expected a number as JSON writes it; found " + Expected.found(node));
        }
    }

    private static Object whole(String text) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }
}
