package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.process.Ports;
import io.cutovergate.testbed.process.Redis;
import io.cutovergate.testbed.process.Service;
import io.cutovergate.testbed.process.Services;
import io.cutovergate.testbed.process.Supervisor;
import io.cutovergate.testbed.standin.ObjectStore;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Starts a side's cache, and its object store unless it only stands by, where the plan has them. */
record Stores(Plan plan, Side side, Supervisor supervisor, Services services) {

    Map<Part, Store> start() {
        Map<Part, Store> stores = new EnumMap<>(Part.class);
        if (plan.parts().contains(Part.CACHE)) {
            stores.put(Part.CACHE, cache());
        }
        if (plan.parts().contains(Part.OBJECTS) && !plan.standsBy(side)) {
            stores.put(Part.OBJECTS, objects());
        }
        return stores;
    }

    private Store cache() {
        Path home = plan.directory(side);
        Redis redis = new Redis(
                side.address(),
                plan.ports().free(side.address()),
                Plan.secret(),
                home.resolve("cache"),
                home.resolve("cache.log"),
                home.resolve("cache.pid"));
        Service service = services.add(new Service("cache of " + side.word(), supervisor, redis::start));
        service.up();
        Ports.awaitListening(service.name(), side.address(), redis.port());
        return new Store(service, "redis://" + side.address() + ":" + redis.port(), "", redis.password());
    }

    private Store objects() {
        Path home = plan.directory(side);
        int port = plan.ports().free(side.address());
        String uri = "http://" + side.address() + ":" + port;
        String user = Plan.secret();
        String password = Plan.secret();
        List<String> arguments = List.of(home.resolve("objects").toString(), uri, user, password);
        Service service =
                services.add(new Service("object store of " + side.word(), supervisor, () -> new Programs(home)
                        .start(ObjectStore.class, "128m", "objects", arguments)));
        service.up();
        Ports.awaitListening(service.name(), side.address(), port);
        return new Store(service, uri, user, password);
    }
}
