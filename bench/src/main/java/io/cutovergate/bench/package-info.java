/** Measurements: ratios to a floor that is measured in the same run, never times. */
@NullMarked
package io.cutovergate.bench;

import org.jspecify.annotations.NullMarked;
