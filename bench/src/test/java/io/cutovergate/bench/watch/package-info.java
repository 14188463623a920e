/** Tests of what judges the watch. */
@NullMarked
package io.cutovergate.bench.watch;

import org.jspecify.annotations.NullMarked;
