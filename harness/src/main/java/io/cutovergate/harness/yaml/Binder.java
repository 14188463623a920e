package io.cutovergate.harness.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Binds a YAML file to a record whose components carry {@link Key}.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * Bound<Environment> bound = Binder.bind(file, Environment.class, new MachineResolver(System.getenv()), secrets, problems);
 * if (!problems.isEmpty()) {
 *     System.err.println(problems);
 * }
 * }</pre>
 *
 * <p>Components may be {@code String}, {@code int}, {@code long}, {@code double}, {@code boolean}, enums, {@link java.time.Duration},
 * {@link java.time.LocalDate}, {@link Share}, {@link Size}, {@link Rate}, {@link Path} (a relative one is resolved against the folder of the
 * file), {@link Secret}, records, {@code List}, {@code Map} from {@code String}, and {@code Object} for anything that JSON can say. A record's constructor may
 * refuse its values with an {@link IllegalArgumentException}, which becomes a problem at the record's place.
 */
public final class Binder {

    /** Files are written by hand; a larger one was given by mistake. */
    private static final long LARGEST = 1 << 20;

    private Binder() {}

    /**
     * Reads and binds the file.
     *
     * @param file as the user gave it, and as problems print it
     * @param secrets gets every secret, and whatever comes from a file or a command
     * @param problems gets every mistake of the file; the result has no record when it has any
     */
    public static <T extends Record> Bound<T> bind(
            Path file, Class<T> type, Resolver resolver, Secrets secrets, Problems problems) {
        Problems found = new Problems();
        Binding binding = new Binding(file, resolver, secrets, found);
        Node root = read(binding);
        Outcome outcome =
                root == null ? Outcome.INVALID : new ValueBinder(binding).bind(root, type, "", Position.START, "");
        // masked at the end, when every secret of the file is known
        found.list().forEach(problem -> problems.add(problem.masked(secrets)));
        T value = outcome.isValid() && found.isEmpty() ? type.cast(outcome.value()) : null;
        return new Bound<>(file, value, binding.positions(), binding.texts());
    }

    private static @Nullable Node read(Binding binding) {
        Position nowhere = new Position(0, 0);
        try {
            if (Files.size(binding.file()) > LARGEST) {
                binding.refuse(nowhere, "", "larger than " + new Size(LARGEST) + "; is this the right file?");
                return null;
            }
            Optional<Node> root = YamlText.parse(Files.readString(binding.file()));
            return root.orElseGet(Binder::nothing);
        } catch (YamlText.SyntaxException e) {
            binding.refuse(e.position(), "", String.valueOf(e.getMessage()));
            return null;
        } catch (IOException e) {
            binding.refuse(nowhere, "", "cannot be read: " + Interpolation.reason(e));
            return null;
        }
    }

    /** An empty file lacks keys, as any other may. */
    private static Node nothing() {
        return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }
}
