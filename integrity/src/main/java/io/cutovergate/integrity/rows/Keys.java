package io.cutovergate.integrity.rows;

import java.util.List;
import java.util.stream.IntStream;

/** Hands keys to a statement: one array of texts for each column of the key. */
final class Keys {

    private Keys() {}

    static Object[] parameters(List<Entry> entries) {
        int columns = entries.get(0).key().size();
        return IntStream.range(0, columns)
                .mapToObj(i -> entries.stream().map(entry -> entry.key().get(i)).toList())
                .toArray();
    }
}
