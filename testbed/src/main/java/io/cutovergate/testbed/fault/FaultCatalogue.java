package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.FaultInfo;
import java.util.List;

/** Every fault that there is. */
public final class FaultCatalogue {
    private FaultCatalogue() {}

    /** What can be said of them without a running testbed. */
    public static List<FaultInfo> infos() {
        return List.of();
    }
}
