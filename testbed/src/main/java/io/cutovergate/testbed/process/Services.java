package io.cutovergate.testbed.process;

import java.util.ArrayList;
import java.util.List;

/** All services that have to end with this process; also those that were started before a later start failed. */
public final class Services implements AutoCloseable {
    private final List<Service> all = new ArrayList<>();

    /** Remembers a service. */
    public synchronized Service add(Service service) {
        all.add(service);
        return service;
    }

    /** Ends them, side by side. */
    @Override
    public synchronized void close() {
        all.forEach(Service::release);
        all.forEach(Service::await);
    }
}
