/** Commands of the user's. */
@NullMarked
package io.cutovergate.probe.process;

import org.jspecify.annotations.NullMarked;
