package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.Unequal.Found;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A row that differed while the source was written to, and what either side had in its place since; nothing is a value too. */
final class Suspect {

    private final Found found;
    private final Set<Optional<Long>> onSource = new HashSet<>();
    private final Set<Optional<Long>> onTarget = new HashSet<>();
    private boolean arrived;

    Suspect(Found found) {
        this.found = found;
    }

    Found found() {
        return found;
    }

    Entry key() {
        return found.entry();
    }

    /** Takes what the source has, then what the target has. */
    void seen(Optional<Long> source, Optional<Long> target) {
        onSource.add(source);
        onTarget.add(target);
        // The target is at a state that the source has or had.
        arrived |= onSource.contains(target);
    }

    /** Of a row without a key: whether a later comparison found the same difference. */
    void stillDiffers(boolean differs) {
        arrived |= !differs;
    }

    /**
     * Whether the target was seen at a state of the source, or, of a row that changes faster than it can be read, whether
     * both sides changed it: then the target follows.
     */
    boolean arrived() {
        return arrived || (onSource.size() > 1 && onTarget.size() > 1);
    }

    /** The row as it differs now, or nothing where it does not. */
    static Optional<Found> now(Entry key, Optional<Long> source, Optional<Long> target) {
        if (source.equals(target)) {
            return Optional.empty();
        }
        Kind kind = source.isEmpty() ? Kind.EXTRA : target.isEmpty() ? Kind.MISSING : Kind.CHANGED;
        return Optional.of(new Found(kind, key, 1));
    }
}
