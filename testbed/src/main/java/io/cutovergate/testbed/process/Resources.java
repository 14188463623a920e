package io.cutovergate.testbed.process;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that has been started and has to end; also what was started before a later start failed. */
public final class Resources implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final List<Service> services = new ArrayList<>();
    private final List<AutoCloseable> others = new ArrayList<>();

    /** Remembers a service. */
    public synchronized Service add(Service service) {
        services.add(service);
        return service;
    }

    /** Remembers something that is closed before what was added earlier. */
    public synchronized <T extends AutoCloseable> T add(T resource) {
        others.add(0, resource);
        return resource;
    }

    /** Ends everything, processes side by side. */
    @Override
    public synchronized void close() {
        services.forEach(Service::release);
        for (AutoCloseable other : others) {
            try {
                other.close();
            } catch (Exception e) {
                LOG.warn("end of {}", other, e);
            }
        }
        services.forEach(Service::await);
    }
}
