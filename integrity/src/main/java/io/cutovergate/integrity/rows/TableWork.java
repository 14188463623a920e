package io.cutovergate.integrity.rows;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.Unequal.Found;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One table on its way. The databases themselves sum it up, chunk by chunk, for whoever is free; whoever takes the last one
 * opens it where the sums differ: segments of its keys, then hashes of the rows of those, then cells.
 */
final class TableWork {

    /**
     * From so many columns on, rows are told apart while they are summed up: it costs little beside their hash, and saves
     * a second pass over them where something differs.
     */
    private static final int WIDE = 12;

    private final Both<DatabaseAt> databases;
    private final ComparedTable table;
    private final RowHash hash;
    private final Comparing how;
    private final int chunks;
    private final List<Suspect> suspects = new ArrayList<>();
    private @Nullable Segments segments;
    private Summed summed = Summed.nothing(Segments.WHOLE);
    private int chunksSummed;

    TableWork(Both<DatabaseAt> databases, ComparedTable table, RowHash hash, Comparing how) {
        this.databases = databases;
        this.table = table;
        this.hash = hash;
        this.how = how;
        this.chunks = Chunk.count(table);
    }

    ComparedTable table() {
        return table;
    }

    List<Chunk> chunks() {
        List<Chunk> all = new ArrayList<>();
        for (int i = 0; i < chunks; i++) {
            all.add(new Chunk(i, chunks));
        }
        return all;
    }

    /**
     * Sums one chunk.
     *
     * @return what was found when it was the last; nothing before, and nothing as long as rows may be in flight: {@link
     *     #settled} says
     */
    Optional<TableResult> take(Chunk chunk, Snapshots snapshots) {
        how.pace().await();
        Asked asked = new Asked(table, hash, snapshots);
        Summed part = sum(chunk, snapshots);
        how.listener().examined(part.rows().source() + part.rows().target());
        return add(part) ? open(asked) : Optional.empty();
    }

    /** Sums one chunk and does nothing with it. */
    Summed sum(Chunk chunk, Snapshots snapshots) {
        Asked asked = new Asked(table, hash, snapshots);
        return how.rule() == Rule.SUBSET ? Summed.counted(asked, chunk) : Summed.of(asked, segments(asked), chunk);
    }

    /** Whether some of its rows may be in flight. */
    boolean unsettled() {
        return !suspects.isEmpty();
    }

    /** Reads again what has not arrived yet, of a source that is written to; how much that is. */
    long readAgain(Snapshots snapshots) {
        Asked asked = new Asked(table, hash, snapshots);
        List<Suspect> open =
                suspects.stream().filter(suspect -> !suspect.arrived()).toList();
        if (table.hasKey()) {
            Settling.read(asked, open);
        } else {
            Map<Long, Found> differing = differingNow(asked);
            open.forEach(suspect ->
                    suspect.stillDiffers(differing.containsKey(suspect.key().hash())));
        }
        return open.stream().filter(suspect -> !suspect.arrived()).count();
    }

    /** What is left when nothing more is waited for. */
    TableResult settled(Snapshots snapshots) {
        Asked asked = new Asked(table, hash, snapshots);
        List<Entry> keys = suspects.stream()
                .filter(suspect -> !suspect.arrived())
                .map(Suspect::key)
                .toList();
        return left(asked, table.hasKey() ? Settling.differing(asked, keys) : differingStill(asked, keys));
    }

    /** What differs of rows with these keys, besides what was summed up before. */
    TableResult ofKeys(Snapshots snapshots, List<Entry> keys) {
        Asked asked = new Asked(table, hash, snapshots);
        return left(asked, Settling.differing(asked, keys));
    }

    private TableResult left(Asked asked, List<Found> left) {
        List<Difference> shown = new ArrayList<>();
        Unequal unequal = unequal(found -> describe(asked, found, shown));
        left.forEach(found -> unequal.add(found.kind(), found.entry(), found.copies()));
        unequal.end();
        return result(unequal.counts(), shown, Math.max(0, suspects.size() - left.size()), 0);
    }

    private List<Found> differingStill(Asked asked, List<Entry> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Map<Long, Found> differing = differingNow(asked);
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(differing.get(key.hash())).stream())
                .toList();
    }

    private Map<Long, Found> differingNow(Asked asked) {
        Map<Long, Found> differing = new HashMap<>();
        Unequal unequal = new Unequal(
                Settling.MOST,
                found -> found.forEach(one -> differing.put(one.entry().hash(), one)));
        compare(asked, unequal);
        unequal.end();
        return differing;
    }

    private synchronized boolean add(Summed part) {
        summed = chunksSummed == 0 ? part : summed.plus(part);
        return ++chunksSummed == chunks;
    }

    /** In what it is summed up at once. */
    private synchronized Segments segments(Asked asked) {
        if (segments == null) {
            long rows = table.table().source().estimatedRows();
            segments = table.hasKey() && table.columns().size() >= WIDE ? finer(asked, rows) : Segments.WHOLE;
        }
        return segments;
    }

    private Segments finer(Asked asked, long rows) {
        return table.numbered() ? new NumberedKeys(asked).segments(rows) : Segments.hashes(rows);
    }

    private Optional<TableResult> open(Asked asked) {
        if (how.rule() != Rule.SUBSET && summed.agree()) {
            return Optional.of(result(Map.of(), List.of(), 0, 0));
        }
        if (!how.lag().isZero()) {
            return collect(asked);
        }
        List<Difference> shown = new ArrayList<>();
        Unequal unequal = unequal(found -> describe(asked, found, shown));
        long written = 0;
        if (how.rule() == Rule.KEPT) {
            KeptRows kept = new KeptRows(
                    asked, databases.target(), Objects.requireNonNull(how.since(), "what was written before"), unequal);
            Unequal all = new Unequal(Long.MAX_VALUE, found -> found.forEach(kept::add));
            compare(asked, all);
            all.end();
            requireCause(all);
            written = kept.end();
        } else {
            compare(asked, unequal);
            requireCause(unequal);
        }
        unequal.end();
        return Optional.of(result(unequal.counts(), shown, 0, written));
    }

    /** Remembers what differs, to be read again; where that is too much, it is no matter of time. */
    private Optional<TableResult> collect(Asked asked) {
        Unequal unequal = new Unequal(Settling.MOST, found -> found.forEach(one -> suspects.add(new Suspect(one))));
        compare(asked, unequal);
        requireCause(unequal);
        unequal.end();
        long differing =
                unequal.counts().values().stream().mapToLong(Long::longValue).sum();
        if (differing > 0 && differing <= Settling.MOST) {
            return Optional.empty();
        }
        List<Difference> shown = new ArrayList<>();
        describe(asked, suspects.stream().limit(how.show()).map(Suspect::found).toList(), shown);
        suspects.clear();
        return Optional.of(result(unequal.counts(), shown, 0, 0));
    }

    /** Sums that differ are never called equal: several rows may stand under one key, which a broken unique index lets in. */
    private void requireCause(Unequal unequal) {
        if (how.rule() != Rule.SUBSET && unequal.counts().isEmpty()) {
            Both<Long> rows = summed.rows();
            throw new Unexamined("the sums of " + table.name() + " differ (" + rows.source() + " rows on source, "
                    + rows.target() + " on target) and no row by " + table.by()
                    + " does: does the key stand for several rows? reindex and compare again");
        }
    }

    private Unequal unequal(Consumer<List<Found>> taker) {
        return new Unequal(Math.max(how.show(), how.listener().wanted()), taker);
    }

    private void compare(Asked asked, Unequal unequal) {
        boolean subset = how.rule() == Rule.SUBSET;
        Merge.Sink sink = (source, target) -> add(source, target, unequal);
        if (!table.hasKey()) {
            new Bag(asked, subset).compare(unequal);
        } else if (subset) {
            new KeyLookup(asked).compare(unequal);
        } else if (table.numbered()) {
            new NumberedKeys(asked).open(narrowed(asked), sink);
        } else {
            new HashedKeys(asked).open(narrowed(asked), sink);
        }
    }

    /** The sums of its segments, asked for now where it was summed up as a whole. */
    private Summed narrowed(Asked asked) {
        if (!summed.segments().whole()) {
            return summed;
        }
        Both<Long> rows = summed.rows();
        Segments finer = finer(asked, Math.max(rows.source(), rows.target()));
        return finer.whole() ? summed : Summed.of(asked, finer, Chunk.WHOLE);
    }

    private static void add(@Nullable Entry source, @Nullable Entry target, Unequal unequal) {
        if (source != null) {
            unequal.add(target == null ? Kind.MISSING : Kind.CHANGED, source, 1);
        } else if (target != null) {
            unequal.add(Kind.EXTRA, target, 1);
        }
    }

    private void describe(Asked asked, List<Found> found, List<Difference> shown) {
        List<Difference> differences = new Description(asked).of(found);
        differences.stream().limit(how.show() - shown.size()).forEach(shown::add);
        how.listener()
                .found(table.name(), differences, how.listener().repairs() ? new Repair(asked).of(found) : List.of());
    }

    private TableResult result(Map<Kind, Long> counts, List<Difference> shown, long inFlight, long written) {
        return new TableResult(
                table.name(),
                summed.rows(),
                table.columns().size(),
                table.by(),
                table.ignored(),
                table.oneSided(),
                counts,
                List.copyOf(shown),
                inFlight,
                written);
    }
}
