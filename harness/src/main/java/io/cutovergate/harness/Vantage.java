package io.cutovergate.harness;

/** A side seen by a route. */
public record Vantage(Side side, Route route) {

    /** {@code target} by its public name, {@code target's entry} by its address. */
    @Override
    public String toString() {
        return route == Route.ENTRY ? side + "'s entry" : side.toString();
    }
}
