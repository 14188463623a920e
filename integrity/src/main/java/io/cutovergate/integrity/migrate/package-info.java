/** The command that migrates the data. */
@NullMarked
package io.cutovergate.integrity.migrate;

import org.jspecify.annotations.NullMarked;
