package io.cutovergate.harness.evidence;

/**
 * One measured figure, the rule it was held against, and whether it held.
 *
 * @param name what was measured: {@code days left}
 * @param subject of what: {@code api.shop.example at target}
 * @param value the figure as text, masked
 * @param rule the rule as text: {@code at least 21}
 * @param key the key of the files that sets the rule, or the source of a fixed rule (RFC and section)
 * @param detail what else helps to understand the figure; may be empty
 */
public record Sample(String name, String subject, String value, String rule, String key, boolean held, String detail) {

    /** What stands for the rule of a figure that is only kept, for a later gate to compare with. */
    static final String NO_RULE = "none";

    /** Whether a rule was held against it; what is only kept proves nothing. */
    public boolean isJudged() {
        return !rule.equals(NO_RULE);
    }

    /** The sentence that a failure says. */
    public String sentence() {
        return name + " of " + subject + " is " + value + "; rule: " + rule + " (" + key + ")"
                + (detail.isEmpty() ? "" : "; " + detail);
    }
}
