package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.FaultInfo;
import io.cutovergate.testbed.TestbedException;
import java.util.List;

/** Every fault that there is. */
public final class FaultCatalogue {
    private static final List<Fault> ALL = List.of();

    private FaultCatalogue() {}

    /** What can be said of them without a running testbed. */
    public static List<FaultInfo> infos() {
        return ALL.stream().map(Fault::info).toList();
    }

    static Fault find(String name) {
        return ALL.stream()
                .filter(fault -> fault.info().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TestbedException("there is no fault " + name));
    }
}
