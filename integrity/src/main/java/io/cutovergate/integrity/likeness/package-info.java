/** Whether a rehearsal's data is production's in small: as many rows, as many bytes, spread in the same way. */
@NullMarked
package io.cutovergate.integrity.likeness;

import org.jspecify.annotations.NullMarked;
