/** Processes of the testbed: how they start, are watched over and end with the one that started them. */
@NullMarked
package io.cutovergate.testbed.process;

import org.jspecify.annotations.NullMarked;
