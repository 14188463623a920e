package io.cutovergate.integrity;

import io.cutovergate.harness.checklist.Checklist.DataIntegrity;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Measurement;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DatabasePair;
import io.cutovergate.harness.subject.EachDatabasePair;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sequences.Sequence;
import io.cutovergate.integrity.sequences.Sequence.Filled;
import io.cutovergate.integrity.sequences.Sequences;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.SqlProbe;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The sequences of the target: one that lags breaks the first insert after the cutover, which is why replication, which
 * does not carry sequences, is no proof.
 */
@DataIntegrity
@EachDatabasePair
record SequenceChecks(DatabasePair pair, SqlProbe sql, Evidence evidence) {

    @Check(
            "every sequence is ahead of the greatest key of its column and, of a whole database, not behind the source's")
    void sequencesAreAhead() {
        Selection selection = Pairs.selection(pair);
        Both<SortedMap<TableName, Sequence>> sequences = read(selection);
        evidence.measure("sequences compared", pair, sequences.target().size())
                .is(sequences.source().size(), "as many as on source");
        evidence.forEach(
                sequences.target().values(),
                sequence -> judge(sequence, sequences.source().get(sequence.name()), selection));
    }

    private Both<SortedMap<TableName, Sequence>> read(Selection selection) {
        try (Snapshots snapshots = Snapshots.open(Pairs.databases(pair, sql))) {
            List<String> schemas = selection.schemasOf(snapshots);
            return snapshots.ask(side -> Sequences.read(side, schemas, selection));
        }
    }

    private void judge(Sequence sequence, @Nullable Sequence source, Selection selection) {
        evidence.forEach(sequence.filled(), column -> judge(sequence, column, source));
        boolean live = sequence.filled().stream()
                .anyMatch(column -> selection.liveRows(column.table()).isPresent());
        if (source != null && !selection.subset() && !live) {
            hold(sequence, next(sequence), source.next(), "integrity.expect: whole, the source's next value");
        }
    }

    private void judge(Sequence sequence, Filled column, @Nullable Sequence source) {
        BigDecimal furthest = column.furthest();
        if (furthest == null) {
            return;
        }
        if (source != null && unused(source, column)) {
            evidence.note(
                    sequence.name() + " lags behind " + column + " on target, but nothing draws from it on source");
            return;
        }
        hold(
                sequence,
                next(sequence).detail("column " + column + " has reached " + furthest),
                sequence.safeAfter(furthest),
                "beyond the keys of " + column);
    }

    /** Whether the source fills the column by other means: then its keys say nothing about the sequence. */
    private static boolean unused(Sequence source, Filled column) {
        return !source.called()
                && source.filled().stream()
                        .filter(own -> own.toString().equals(column.toString()))
                        .anyMatch(source::lagsBehind);
    }

    private Measurement<BigDecimal> next(Sequence sequence) {
        return evidence.measure("next value", sequence.name() + " of " + pair.id(), sequence.next());
    }

    private static void hold(Sequence sequence, Measurement<BigDecimal> next, BigDecimal rule, String key) {
        if (sequence.ascends()) {
            next.atLeast(rule, key);
        } else {
            next.atMost(rule, key);
        }
    }
}
