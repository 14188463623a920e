package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Both;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks two streams of entries, both in the order of their hash, and holds no more than the entries of one hash. */
final class Merge {

    /** Takes entries that have no equal: of one key on both sides, or of a key that one side lacks. */
    @FunctionalInterface
    interface Sink {
        void unequal(@Nullable Entry source, @Nullable Entry target);
    }

    private Merge() {}

    static void run(Both<? extends Iterator<Entry>> streams, Sink sink) {
        Both<Stream> sides = streams.map(Stream::new);
        while (sides.source().next != null || sides.target().next != null) {
            long hash = Math.min(sides.source().hash(), sides.target().hash());
            Map<List<String>, Entry> targets = sides.target().take(hash);
            sides.source().take(hash).forEach((key, entry) -> {
                Entry same = targets.remove(key);
                if (same == null || same.value() != entry.value()) {
                    sink.unequal(entry, same);
                }
            });
            targets.values().forEach(entry -> sink.unequal(null, entry));
        }
    }

    /** One side, with the entry that comes next. */
    private static final class Stream {

        private final Iterator<Entry> entries;
        private @Nullable Entry next;

        Stream(Iterator<Entry> entries) {
            this.entries = entries;
            advance();
        }

        private void advance() {
            next = entries.hasNext() ? entries.next() : null;
        }

        /** The hash that comes next; of a stream that has ended, the last that there is. */
        long hash() {
            return next == null ? Long.MAX_VALUE : next.hash();
        }

        /** Entries of that hash, if they come next: one, unless two keys share it. */
        Map<List<String>, Entry> take(long hash) {
            Map<List<String>, Entry> taken = new HashMap<>();
            while (next != null && next.hash() == hash) {
                taken.put(next.key(), next);
                advance();
            }
            return taken;
        }
    }
}
