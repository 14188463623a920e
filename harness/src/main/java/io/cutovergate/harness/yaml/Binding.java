package io.cutovergate.harness.yaml;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What the binding of one file reads from and adds to.
 *
 * @param fixed where problems of a default are reported, which has no place of its own in the file; {@code null} for what is written
 */
record Binding(
        Path file,
        Resolver resolver,
        Secrets secrets,
        Problems problems,
        Map<String, Position> positions,
        Map<String, String> texts,
        Map<Class<?>, List<KeyInfo>> keys,
        @Nullable Position fixed) {

    Binding(Path file, Resolver resolver, Secrets secrets, Problems problems) {
        this(file, resolver, secrets, problems, new HashMap<>(), new HashMap<>(), new HashMap<>(), null);
    }

    /** The same for a default of a key whose section stands at the position. */
    Binding forDefault(Position position) {
        return new Binding(file, resolver, secrets, problems, positions, texts, keys, fixed == null ? position : fixed);
    }

    /** Reading annotations is slow, and a file repeats its records. */
    List<KeyInfo> keysOf(Class<?> record) {
        return keys.computeIfAbsent(record, KeyInfo::of);
    }

    Path folder() {
        return folderOf(file);
    }

    static Path folderOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }

    Outcome refuse(Node node, String path, String message) {
        return refuse(position(node), path, message);
    }

    Outcome refuse(Position position, String path, String message) {
        problems.add(new Problem(file.toString(), position.line(), position.column(), path, message));
        return Outcome.INVALID;
    }

    Position position(Node node) {
        return fixed == null ? YamlText.position(node.getStartMark()) : fixed;
    }

    /** Remembers where a key stands. */
    void stands(String path, Position position) {
        if (fixed == null) {
            positions.put(path, position);
        }
    }

    /** The scalar's text with everything in it resolved; {@code null} when it cannot be, which is then reported. */
    Interpolation.@Nullable Result resolve(ScalarNode node, String path) {
        Interpolation.Result result = Interpolation.of(node.getValue(), folder(), resolver);
        result.secret().forEach(value -> secrets.add(value, path));
        result.errors().forEach(error -> refuse(node, path, error));
        return result.errors().isEmpty() ? result : null;
    }
}
