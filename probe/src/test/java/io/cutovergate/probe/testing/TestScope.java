package io.cutovergate.probe.testing;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachments;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.CheckScope;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Where a probe stands that no run has provided. */
public record TestScope(Migration migration, Vantage vantage, Evidence evidence, Map<Object, Object> made)
        implements CheckScope {

    public static TestScope at(Vantage vantage, Migration migration, Path folder) {
        return new TestScope(
                migration,
                vantage,
                new Evidence(new Attachments(folder.resolve("evidence"), migration.secrets()), migration.secrets()),
                new ConcurrentHashMap<>());
    }

    @Override
    public <T> T shared(Class<T> type, Object key, Supplier<T> maker) {
        return type.cast(made.computeIfAbsent(type + " " + key, absent -> maker.get()));
    }
}
