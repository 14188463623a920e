package io.cutovergate.probe.tls.rule;

/** What follows when a rule is broken. */
public enum Severity {
    FAIL,
    WARN
}
