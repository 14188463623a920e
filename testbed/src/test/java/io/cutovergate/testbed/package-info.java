/** Proofs of the testbed. */
@NullMarked
package io.cutovergate.testbed;

import org.jspecify.annotations.NullMarked;
