package io.cutovergate.harness.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
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

/** Binds lists, and mappings whose keys are names that the user chooses. */
final class CollectionBinder {

    private final Binding binding;
    private final ValueBinder values;

    CollectionBinder(Binding binding, ValueBinder values) {
        this.binding = binding;
        this.values = values;
    }

    Outcome list(Node node, Type of, String path) {
        if (node instanceof ScalarNode && isScalar(of)) {
            Outcome single = values.bind(node, of, path, binding.position(node), "");
            return single.isValid() ? Outcome.of(Collections.singletonList(single.value())) : single;
        }
        if (!(node instanceof SequenceNode sequence)) {
            return binding.refuse(
                    node,
                    path,
                    "expected a list; found " + Expected.found(node) + "; write \"- \" before each of its items");
        }
        List<@Nullable Object> items = new ArrayList<>();
        boolean isValid = true;
        for (Node item : sequence.getValue()) {
            String itemPath = KeyPaths.item(path, items.size());
            Position at = binding.position(item);
            binding.stands(itemPath, at);
            Outcome outcome = values.bind(item, of, itemPath, at, "");
            isValid &= outcome.isValid();
            items.add(outcome.value());
        }
        // not List.copyOf, which refuses the null of a JSON-like value
        return isValid ? Outcome.of(Collections.unmodifiableList(items)) : Outcome.INVALID;
    }

    Outcome map(Node node, Type of, String path) {
        if (!(node instanceof MappingNode mapping)) {
            return binding.refuse(node, path, "expected a mapping of names; found " + Expected.found(node));
        }
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        boolean isValid = true;
        for (Mappings.Entry entry : Mappings.entries(mapping, path, binding).values()) {
            String entryPath = KeyPaths.key(path, entry.key());
            Outcome outcome = values.bind(entry.value(), of, entryPath, entry.position(), "");
            isValid &= outcome.isValid();
            entries.put(entry.key(), outcome.value());
        }
        return isValid ? Outcome.of(Collections.unmodifiableMap(entries)) : Outcome.INVALID;
    }

    static boolean isScalar(Type type) {
        return !(type instanceof ParameterizedType)
                && type instanceof Class<?> wanted
                && (!wanted.isRecord() || ScalarType.of(wanted) != null);
    }
}
