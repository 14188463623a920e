package io.cutovergate.harness.checklist;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;

/** The vantage an item is asked at: the gate's own, or a fixed one. */
public enum Standpoint {
    GATE,
    SOURCE_BY_NAME,
    SOURCE_ENTRY,
    TARGET_ENTRY;

    public Vantage at(Gate gate) {
        return switch (this) {
            case GATE -> gate.vantage();
            case SOURCE_BY_NAME -> new Vantage(Side.SOURCE, Route.PUBLIC_NAME);
            case SOURCE_ENTRY -> new Vantage(Side.SOURCE, Route.ENTRY);
            case TARGET_ENTRY -> new Vantage(Side.TARGET, Route.ENTRY);
        };
    }
}
