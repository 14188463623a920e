package io.cutovergate.harness.yaml;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that was bound to a record, and where in the file each of its keys stands. */
public final class Bound<T> {

    private final Path file;
    private final @Nullable T value;
    private final Map<String, Position> positions;
    private final Map<String, String> texts;

    Bound(Path file, @Nullable T value, Map<String, Position> positions, Map<String, String> texts) {
        this.file = file;
        this.value = value;
        this.positions = positions;
        this.texts = texts;
    }

    /** The file's path as the user gave it. */
    public Path file() {
        return file;
    }

    /** The record; an {@link IllegalStateException} when the file has {@link Problems}. */
    public T value() {
        if (value == null) {
            throw new IllegalStateException(file + " has problems; look at them before you ask for its record");
        }
        return value;
    }

    /** Whether {@link #value()} can be asked for. */
    public boolean isValid() {
        return value != null;
    }

    /**
     * The resolved text of a written scalar, which is known even when another part of the file has problems: so that a
     * file named by a faulty one can still be examined.
     */
    public Optional<String> text(String keyPath) {
        return Optional.ofNullable(texts.get(keyPath));
    }

    /** The folder of the file; the empty path for one in the working directory. */
    public Path folder() {
        return Binding.folderOf(file);
    }

    /** Where the key stands; for one that is not written, the innermost written section that it belongs to. */
    public Position position(String keyPath) {
        String path = keyPath;
        while (!path.isEmpty()) {
            Position position = positions.get(path);
            if (position != null) {
                return position;
            }
            path = KeyPaths.parent(path);
        }
        return Position.START;
    }
}
