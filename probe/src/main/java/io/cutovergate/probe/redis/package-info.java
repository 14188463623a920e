/** Reads what Redis-compatible stores hold. */
@NullMarked
package io.cutovergate.probe.redis;

import org.jspecify.annotations.NullMarked;
