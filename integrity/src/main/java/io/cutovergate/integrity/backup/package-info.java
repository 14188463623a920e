/** What a backup restores, against what was recorded when it was made. */
@NullMarked
package io.cutovergate.integrity.backup;

import org.jspecify.annotations.NullMarked;
