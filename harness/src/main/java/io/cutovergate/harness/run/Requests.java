package io.cutovergate.harness.run;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherExecutionRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;

/** Builds launcher requests that nothing from outside can narrow. */
final class Requests {

    private Requests() {}

    static LauncherExecutionRequest of(
            int parallelism,
            List<Class<?>> checkClasses,
            CancellationToken cancellation,
            TestExecutionListener events) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        checkClasses.forEach(type -> selectors.add(DiscoverySelectors.selectClass(type)));
        return LauncherExecutionRequestBuilder.request(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectors)
                        .filters(EngineFilter.includeEngines("junit-jupiter"))
                        // A junit-platform.properties or a system property could switch checks off.
                        .enableImplicitConfigurationParameters(false)
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.enabled", String.valueOf(parallelism > 1))
                        .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.config.executor-service", "WORKER_THREAD_POOL")
                        .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.config.fixed.parallelism",
                                String.valueOf(parallelism))
                        .configurationParameter(
                                "junit.jupiter.execution.parallel.config.fixed.max-pool-size",
                                String.valueOf(parallelism))
                        .build())
                .listeners(events)
                .cancellationToken(cancellation)
                .build();
    }
}
