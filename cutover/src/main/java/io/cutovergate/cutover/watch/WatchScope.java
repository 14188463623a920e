package io.cutovergate.cutover.watch;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachments;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.CheckScope;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Where the watch stands: outside of any check, before the public names. What it shares lives as long as it does. */
final class WatchScope implements CheckScope {

    private final Migration migration;
    private final Evidence evidence;
    private final Map<Object, Object> shared = new ConcurrentHashMap<>();

    private record SharedKey(Class<?> type, Object key) {}

    /**
     * @param folder for what a probe would attach
     */
    WatchScope(Migration migration, Path folder) {
        this.migration = migration;
        this.evidence = new Evidence(new Attachments(folder, migration.secrets()), migration.secrets());
    }

    @Override
    public Migration migration() {
        return migration;
    }

    @Override
    public Vantage vantage() {
        return new Vantage(Side.TARGET, Route.PUBLIC_NAME);
    }

    @Override
    public Evidence evidence() {
        return evidence;
    }

    @Override
    public synchronized <T> T shared(Class<T> type, Object key, Supplier<T> maker) {
        Object known = shared.get(new SharedKey(type, key));
        if (known == null) {
            // Not computeIfAbsent: what is made may share something itself.
            known = maker.get();
            shared.put(new SharedKey(type, key), known);
        }
        return type.cast(known);
    }
}
