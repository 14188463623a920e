package io.cutovergate.harness.evidence;

import io.cutovergate.harness.yaml.Size;
import io.cutovergate.harness.yaml.Units;
import java.time.Duration;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * A figure waiting for its rule. Exactly one of the methods is called; each records the figure beside the rule and
 * throws {@link RuleBroken} when it does not hold. {@code key} names the key of the files that sets the rule, or the
 * source of a fixed one.
 */
public final class Measurement<T extends Comparable<? super T>> {

    private final Evidence evidence;
    private final String name;
    private final String subject;
    private final T value;
    private final String detail;

    Measurement(Evidence evidence, String name, String subject, T value, String detail) {
        this.evidence = evidence;
        this.name = name;
        this.subject = subject;
        this.value = value;
        this.detail = detail;
    }

    /** Adds what helps to understand the figure: the date behind the days, the text behind the status. */
    public Measurement<T> detail(String text) {
        return new Measurement<>(evidence, name, subject, value, text);
    }

    public void is(T rule, String key) {
        judge("exactly " + print(rule), key, value.compareTo(rule) == 0);
    }

    public void isOneOf(Collection<T> rule, String key) {
        judge("one of " + rule.stream().map(Measurement::print).toList(), key, rule.contains(value));
    }

    /** Holds where the expression fits all of the figure as it is printed. */
    public void matches(Pattern rule, String key) {
        judge("all of " + rule, key, rule.matcher(print(value)).matches());
    }

    public void atLeast(T rule, String key) {
        judge("at least " + print(rule), key, value.compareTo(rule) >= 0);
    }

    public void atMost(T rule, String key) {
        judge("at most " + print(rule), key, value.compareTo(rule) <= 0);
    }

    /** For a statistical rule: below the minimum nothing can be concluded, and {@link TooFewSamples} is thrown. */
    public void enough(T minimum, String key) {
        boolean held = value.compareTo(minimum) >= 0;
        Sample sample = new Sample(name, subject, print(value), "at least " + print(minimum), key, true, detail);
        evidence.record(sample);
        if (!held) {
            throw new TooFewSamples(sample.sentence());
        }
    }

    /** The same for a figure that must not be too high before anything can be concluded. */
    public void calmEnough(T maximum, String key) {
        boolean held = value.compareTo(maximum) <= 0;
        Sample sample = new Sample(name, subject, readable(value), "at most " + print(maximum), key, true, detail);
        evidence.record(sample);
        if (!held) {
            throw new TooFewSamples(sample.sentence());
        }
    }

    /**
     * Without a rule: recorded for a later gate to compare with. It proves nothing of this one, and a check that only keeps
     * figures has examined nothing.
     */
    public void keptFor(String item) {
        evidence.record(new Sample(name, subject, print(value), Sample.NO_RULE, "kept for " + item, true, detail));
    }

    private void judge(String rule, String key, boolean held) {
        evidence.record(new Sample(name, subject, readable(value), rule, key, held, detail));
    }

    /** Exact, and where that is a long number about how much it is. */
    private static String readable(Object value) {
        String exact = print(value);
        String about = value instanceof Duration duration
                ? Units.about(duration)
                : value instanceof Size size ? size.about() : "";
        return about.isEmpty() ? exact : exact + " (" + about + ")";
    }

    private static String print(Object value) {
        return value instanceof Duration duration ? Units.print(duration) : String.valueOf(value);
    }
}
