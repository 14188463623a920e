/** Pages and journeys in a real browser. */
@NullMarked
package io.cutovergate.e2e;

import org.jspecify.annotations.NullMarked;
