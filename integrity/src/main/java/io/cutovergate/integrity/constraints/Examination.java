package io.cutovergate.integrity.constraints;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Constraints of the target that were held against its rows. The source is asked only where one does not hold: rows that
 * break it there as well were not brought by the migration.
 *
 * @param unexamined constraints that could not be held against their rows, with the cause
 * @param leftOut constraints of excluded tables
 */
public record Examination(List<Violation> examined, Map<String, String> unexamined, List<String> leftOut) {

    /** Different values that are read of a side, to tell which the other has as well. */
    private static final int MOST = 10_000;

    public static Examination of(Snapshots snapshots, List<Constraint> constraints, Selection selection) {
        Examination examination = new Examination(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
        for (Constraint constraint : constraints) {
            if (selection.excludes(constraint.table())) {
                examination.leftOut.add(constraint.object());
            } else {
                examination.examine(snapshots, constraint, selection);
            }
        }
        return examination;
    }

    private void examine(Snapshots snapshots, Constraint constraint, Selection selection) {
        Optional<Breaches> target = snapshots.step(
                () -> Optional.of(Breaches.read(snapshots.on(Side.TARGET), constraint, MOST)), failure -> {
                    unexamined.put(constraint.object(), String.valueOf(failure.getMessage()));
                    return Optional.empty();
                });
        target.ifPresent(breaches -> examined.add(against(snapshots, constraint, breaches, selection)));
    }

    private static Violation against(Snapshots snapshots, Constraint constraint, Breaches target, Selection selection) {
        var masked = selection.masked(constraint.table());
        if (target.rows() == 0) {
            return new Violation(constraint, target, null, "", masked);
        }
        return snapshots.step(
                () -> new Violation(
                        constraint, target, Breaches.read(snapshots.on(Side.SOURCE), constraint, MOST), "", masked),
                failure -> new Violation(constraint, target, null, String.valueOf(failure.getMessage()), masked));
    }
}
