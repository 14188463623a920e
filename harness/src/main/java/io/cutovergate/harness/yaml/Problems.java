package io.cutovergate.harness.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Collects the mistakes of all files, so that they are shown at once. For one thread. */
public final class Problems {

    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line).thenComparingInt(Problem::column);

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    /**
     * Adds a mistake that only shows when the file is understood, for example a name that refers to nothing.
     *
     * @param keyPath as {@link Problem#keyPath()}; a key that is not written takes the place of the section it belongs to
     */
    public void at(Bound<?> bound, String keyPath, String message) {
        Position position = bound.position(keyPath);
        add(new Problem(bound.file().toString(), position.line(), position.column(), keyPath, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** All mistakes, without repetitions, by file, line and column. */
    public List<Problem> list() {
        return found.stream().distinct().sorted(BY_PLACE).toList();
    }

    /** One line for each mistake. */
    @Override
    public String toString() {
        return list().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
