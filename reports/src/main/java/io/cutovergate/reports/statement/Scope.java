package io.cutovergate.reports.statement;

import io.cutovergate.harness.Gate;
import java.time.LocalDate;
import java.util.Map;

/** What is judged, and on which day: statements are bound to it. */
public record Scope(Gate gate, String environment, Map<String, String> release, LocalDate today) {}
