package io.cutovergate.harness.junit;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachments;
import io.cutovergate.harness.evidence.Evidence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Where somebody stands who asks outside of any check and reaches no verdict. What is shared lives as long as this does. */
public final class DetachedScope implements CheckScope {

    private final Migration migration;
    private final Vantage vantage;
    private final Evidence evidence;
    private final Map<Object, Object> shared = new HashMap<>();

    /**
     * @param folder for what a probe would attach
     */
    public DetachedScope(Migration migration, Vantage vantage, Path folder) {
        this.migration = migration;
        this.vantage = vantage;
        this.evidence = new Evidence(new Attachments(folder, migration.secrets()), migration.secrets());
    }

    @Override
    public Migration migration() {
        return migration;
    }

    @Override
    public Vantage vantage() {
        return vantage;
    }

    @Override
    public Evidence evidence() {
        return evidence;
    }

    /** Not computeIfAbsent: what is made may share something itself. */
    @Override
    public synchronized <T> T shared(Class<T> type, Object key, Supplier<T> maker) {
        Object known = shared.get(Map.entry(type, key));
        if (known == null) {
            known = maker.get();
            shared.put(Map.entry(type, key), known);
        }
        return type.cast(known);
    }
}
