/** The gate command. */
@NullMarked
package io.cutovergate.cli;

import org.jspecify.annotations.NullMarked;
