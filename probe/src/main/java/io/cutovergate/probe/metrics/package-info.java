/** Counters, as they are exposed for Prometheus. */
@NullMarked
package io.cutovergate.probe.metrics;

import org.jspecify.annotations.NullMarked;
