/** Commands that migrate data. */
@NullMarked
package io.cutovergate.integrity.migrate;

import org.jspecify.annotations.NullMarked;
