/** Both sides answer alike, and the target names the source nowhere. */
@NullMarked
package io.cutovergate.smoke.parity;

import org.jspecify.annotations.NullMarked;
