/** Sending at a fixed rate. */
@NullMarked
package io.cutovergate.probe.pace;

import org.jspecify.annotations.NullMarked;
