/**
 * The embedded source and target of a small web shop, with named faults: what {@code gate demo} starts.
 *
 * <p>{@link io.cutovergate.testbed.Testbed} is the only entry; everything else runs in a JVM of its own
 * ({@link io.cutovergate.testbed.host.Host}).
 */
@NullMarked
package io.cutovergate.testbed;

import org.jspecify.annotations.NullMarked;
