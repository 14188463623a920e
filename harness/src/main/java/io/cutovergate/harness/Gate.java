package io.cutovergate.harness;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A phase that ends in a decision. Its {@link #id} is the JUnit tag and the word on the command line. */
public enum Gate {
    DEV,
    STAGING,
    PRE_CUTOVER,
    CUTOVER,
    POST_CUTOVER,
    ROLLBACK,
    DECOMMISSION;

    /** The tag, for example {@code pre-cutover}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Every gate but dev compares with a source, or judges one. */
    public boolean needsSource() {
        return this != DEV;
    }

    /** Where this gate's checks stand unless an item says otherwise. */
    public Vantage vantage() {
        return switch (this) {
            case DEV, STAGING, POST_CUTOVER -> new Vantage(Side.TARGET, Route.PUBLIC_NAME);
            case PRE_CUTOVER, CUTOVER, DECOMMISSION -> new Vantage(Side.TARGET, Route.ENTRY);
            case ROLLBACK -> new Vantage(Side.SOURCE, Route.PUBLIC_NAME);
        };
    }

    /** The gate of that id, or nothing where the word is no gate's. */
    public static Optional<Gate> of(String id) {
        return Arrays.stream(values()).filter(gate -> gate.id().equals(id)).findFirst();
    }

    /** All ids in order, for messages: {@code dev, staging, …}. */
    public static String ids() {
        return Arrays.stream(values()).map(Gate::id).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return id();
    }
}
