package io.cutovergate.cutover.watch;

import java.util.Locale;

/** Which side gave an answer, as far as the answer tells. */
public enum Seen {
    SOURCE,
    TARGET,
    UNKNOWN;

    static Seen of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
