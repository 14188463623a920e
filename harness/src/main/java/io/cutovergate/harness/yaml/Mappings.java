package io.cutovergate.harness.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the keys of a mapping, in their order. */
final class Mappings {

    private Mappings() {}

    /** A key as it is written, its place, and its value. */
    record Entry(String key, Position position, Node value) {}

    /** The entries by key; a key written twice, or one that is no scalar, is reported and left out. */
    static Map<String, Entry> entries(MappingNode node, String path, Binding binding) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                binding.refuse(tuple.getKeyNode(), path, "a key must be plain text");
                continue;
            }
            String keyPath = KeyPaths.key(path, key.getValue());
            Position position = binding.position(key);
            Entry first = entries.get(key.getValue());
            if (first == null) {
                entries.put(key.getValue(), new Entry(key.getValue(), position, tuple.getValueNode()));
                binding.stands(keyPath, position);
            } else {
                binding.refuse(
                        position,
                        keyPath,
                        "written twice; the first is in line "
                                + first.position().line());
            }
        }
        return entries;
    }
}
