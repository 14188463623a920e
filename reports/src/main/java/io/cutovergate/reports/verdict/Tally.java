package io.cutovergate.reports.verdict;

import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.RollbackPlan;
import io.cutovergate.harness.run.Status;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Counts for the first screen. */
public record Tally(Verdict verdict) {

    /** The order in which a headline tells them: the worst first, then what was shown, then what was not asked for. */
    public static final List<Status> ORDER = List.of(
            Status.FAILED,
            Status.UNPROVEN,
            Status.INCONCLUSIVE,
            Status.LEFT_OUT,
            Status.WAIVED,
            Status.PROVEN,
            Status.SIGNED,
            Status.NOT_APPLICABLE);

    private static final String REHEARSED = "rollback-rehearsed";

    /** Claims declared not applicable, with why, of items that were asked. */
    public List<String> exempted() {
        return verdict.items().stream()
                .filter(item -> item.status() != Status.NOT_APPLICABLE && item.status() != Status.LEFT_OUT)
                .flatMap(item -> item.result().plan().exempted().stream())
                .distinct()
                .toList();
    }

    /** Steps of the rollback that are declared not rehearsed, where that it is rehearsed was asked. */
    public Map<String, Exemption> notRehearsed() {
        RollbackPlan rollback = verdict.run().plan().migration().environment().rollback();
        boolean asked = verdict.items().stream()
                .anyMatch(item -> item.item().id().equals(REHEARSED) && item.status() != Status.LEFT_OUT);
        return asked && rollback != null ? rollback.notRehearsed() : Map.of();
    }

    /** Declarations that keep data out of the comparison: {@code 2 live tables, 1 excluded table}; may be empty. */
    public String declarations() {
        Migration migration = verdict.run().plan().migration();
        long live = migration.application().databases().values().stream()
                .flatMap((DatabaseRules rules) -> rules.live().stream())
                .count();
        int excluded = migration.environment().integrity().exclude().size();
        return String.join(
                ", ",
                Stream.of(some(live, "live table"), some(excluded, "excluded table"))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** {@code 1 failed, 2 unproven, 9 proven, 1 signed, 3 not applicable}. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        for (Status status : ORDER) {
            int count = verdict.count(status);
            if (count > 0 || status == Status.PROVEN) {
                text.add(count + " " + status);
            }
        }
        int exempted = exempted().size();
        if (exempted > 0) {
            text.add(some(exempted, "claim") + " not applicable");
        }
        int notRehearsed = notRehearsed().size();
        if (notRehearsed > 0) {
            text.add(some(notRehearsed, "rollback step") + " not rehearsed");
        }
        if (!verdict.interrupted().isEmpty()) {
            text.add("the run was interrupted");
        }
        if (!verdict.faults().isEmpty()) {
            text.add("the harness itself broke");
        }
        return text.toString();
    }

    private static String some(long count, String what) {
        return count == 0 ? "" : count + " " + what + (count == 1 ? "" : "s");
    }
}
