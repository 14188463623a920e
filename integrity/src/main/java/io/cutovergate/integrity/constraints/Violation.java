package io.cutovergate.integrity.constraints;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far a constraint of the target holds.
 *
 * @param source the source's own breaches; null where the source was not or could not be asked
 * @param unasked why it could not; empty where it was not needed
 * @param masked columns whose values no message may show
 */
public record Violation(
        Constraint constraint, Breaches target, @Nullable Breaches source, String unasked, Set<String> masked) {

    /** Rows that break it on the target, and not on the source as well. */
    public long onlyOnTarget() {
        return source == null ? target.rows() : target.beyond(source);
    }

    /** Rows that break it on both sides: no migration brought them. */
    public long alsoOnSource() {
        return target.rows() - onlyOnTarget();
    }

    /** The rows by their values, and what the source has of them. */
    public String describe(int show) {
        if (target.rows() == 0) {
            return "holds for every row";
        }
        String values = constraint.columns().isEmpty()
                ? ""
                : ": "
                        + target.found().entrySet().stream()
                                .limit(show)
                                .map(entry -> print(entry.getKey()) + " (" + rows(entry.getValue()) + ")")
                                .collect(Collectors.joining("; "))
                        + (target.groups() > show ? "; …" : "");
        String oracle = source == null
                ? "source could not be asked: " + unasked
                : alsoOnSource() + " of them also on source, which has " + source.rows();
        return breaking(target.rows()) + values + " (" + oracle + ")";
    }

    /** Without values. */
    @Override
    public String toString() {
        return constraint + ": " + breaking(onlyOnTarget());
    }

    private static String breaking(long rows) {
        return rows(rows) + (rows == 1 ? " breaks it" : " break it");
    }

    private static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    private String print(List<@Nullable String> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            String column = constraint.columns().get(i);
            boolean hidden = masked.stream().anyMatch(column::contains);
            text.append(i == 0 ? "" : ", ").append(column);
            text.append(values.get(i) == null ? "=NULL" : hidden ? "='***'" : "='" + values.get(i) + "'");
        }
        return text.toString();
    }
}
