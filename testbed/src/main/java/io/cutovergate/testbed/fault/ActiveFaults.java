package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.Environment;
import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.host.Installation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The faults in force in one environment; one call at a time. */
public final class ActiveFaults {
    private final Installation installation;
    private final Map<String, Fault.Broken> broken = new LinkedHashMap<>();

    public ActiveFaults(Installation installation) {
        this.installation = installation;
    }

    /** Their names, in the order of their injection. */
    public synchronized List<String> names() {
        return List.copyOf(broken.keySet());
    }

    /** Injects one, and says what was broken; one that is in force already stays as it is. */
    public synchronized String inject(String name) {
        Fault fault = FaultCatalogue.find(name);
        Environment here = installation.plan().environment();
        if (!fault.info().environments().contains(here)) {
            throw new TestbedException("fault " + name + " is none of environment " + here.word());
        }
        Fault.Broken already = broken.get(name);
        if (already != null) {
            return already.what();
        }
        try {
            Fault.Broken now = fault.injection().inject(installation);
            broken.put(name, now);
            return now.what();
        } catch (Exception e) {
            throw new TestbedException("fault " + name + " could not be injected: " + e.getMessage(), e);
        }
    }

    /** Heals one, unless it is not in force. */
    public synchronized void heal(String name) {
        FaultCatalogue.find(name);
        Fault.Broken now = broken.remove(name);
        if (now != null) {
            try {
                now.remedy().heal();
            } catch (Exception e) {
                throw new TestbedException("fault " + name + " could not be healed: " + e.getMessage(), e);
            }
        }
    }

    /** Heals all, the latest first. */
    public synchronized void reset() {
        List<String> latestFirst = new ArrayList<>(broken.keySet());
        Collections.reverse(latestFirst);
        latestFirst.forEach(this::heal);
    }
}
