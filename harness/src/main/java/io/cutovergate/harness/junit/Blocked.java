package io.cutovergate.harness.junit;

import io.cutovergate.harness.plan.Obligation;
import java.util.List;

/** The check was not run because what it stands on is not proven. */
public final class Blocked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Obligation> by;

    Blocked(List<Obligation> by) {
        super("blocked by " + by.get(0).claim().item() + " ("
                + by.get(0).subject().id() + ")");
        this.by = List.copyOf(by);
    }

    public List<Obligation> by() {
        return by;
    }
}
