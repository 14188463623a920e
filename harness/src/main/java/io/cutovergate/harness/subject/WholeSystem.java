package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;

/** The subject of a claim that names no other. */
public record WholeSystem(Vantage vantage) implements Subject {

    @Override
    public String name() {
        return "system";
    }

    @Override
    public String toString() {
        return id();
    }
}
