package io.cutovergate.cutover.drain;

import io.cutovergate.harness.config.DrainLimits;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the files let go on at the source, while they do. */
record Tolerated(DrainLimits limits, LocalDate today) {

    boolean stays(Client client) {
        return limits.clients().stream()
                .filter(rule -> !today.isAfter(rule.until()))
                .anyMatch(rule -> fits(rule.application(), client.application()) && fits(rule.role(), client.role()));
    }

    /** Whether a sample of the counter may grow. */
    boolean mayArrive(String series) {
        return limits.requests().stream()
                .filter(rule -> !today.isAfter(rule.until()))
                .anyMatch(rule -> series.contains(rule.samples()));
    }

    /** For the report: what was let go on and why, and what has ended. */
    List<String> told() {
        return Stream.concat(
                        limits.clients().stream()
                                .map(rule -> said(
                                        "clients "
                                                + (rule.application() == null ? "" : rule.application())
                                                + (rule.role() == null ? "" : " as " + rule.role()),
                                        rule.why(),
                                        rule.owner(),
                                        rule.until())),
                        limits.requests().stream()
                                .map(rule ->
                                        said("requests of " + rule.samples(), rule.why(), rule.owner(), rule.until())))
                .toList();
    }

    private String said(String what, String why, String owner, LocalDate until) {
        return what.strip() + (today.isAfter(until) ? " were let be until " : " may stay until ") + until + ": " + why
                + " (" + owner + "; limits.source-drained)";
    }

    private static boolean fits(@Nullable String pattern, String text) {
        return pattern == null
                || text.matches(Arrays.stream(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }
}
