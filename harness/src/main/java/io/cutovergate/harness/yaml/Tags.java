package io.cutovergate.harness.yaml;

import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Tags that the core schema gives to plain values; any other was written, and would be passed over silently. */
final class Tags {

    private static final Set<Tag> CORE =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.SEQ, Tag.MAP, Tag.ENV_TAG);

    private Tags() {}

    static boolean areAllowed(Node node) {
        return CORE.contains(node.getTag());
    }
}
