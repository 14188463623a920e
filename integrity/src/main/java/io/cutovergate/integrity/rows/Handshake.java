package io.cutovergate.integrity.rows;

import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether equal rows hash alike on both servers, before any difference is believed: a fixed row with a value of
 * every type in use is hashed on both. Nothing promises that two versions, machines or collation libraries agree.
 */
final class Handshake {

    private Handshake() {}

    /** The fastest hash asked for on which both servers agree; {@link Unexamined} where there is none, with the types. */
    static RowHash agreed(Snapshots snapshots, Set<String> types, Integrity.Hash asked) {
        // Before PostgreSQL 14 a record has no such hash.
        if (asked == Integrity.Hash.FAST
                && snapshots.step(() -> same(snapshots, RowHash.NATIVE, types), missing -> false)) {
            return RowHash.NATIVE;
        }
        List<String> differing = types.stream()
                .filter(type -> !same(snapshots, RowHash.PORTABLE, Set.of(type)))
                .toList();
        if (!differing.isEmpty()) {
            throw new Unexamined(
                    "the servers write the same value differently, of type " + String.join(", ", differing));
        }
        return asked == Integrity.Hash.FAST ? RowHash.PORTABLE : RowHash.STRICT;
    }

    private static boolean same(Snapshots snapshots, RowHash hash, Set<String> types) {
        List<HashInput> samples = types.stream()
                .map(ExactForm::sampleOf)
                .flatMap(Optional::stream)
                .toList();
        Both<Long> hashes =
                snapshots.ask(side -> side.list("handshake", "select " + hash.of(samples), row -> row.getLong(1))
                        .get(0));
        return hashes.agree();
    }
}
