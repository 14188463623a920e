/** The suite of the cutover itself: what was seen from outside, what became of every write, and whether the way back works. */
@NullMarked
package io.cutovergate.cutover;

import org.jspecify.annotations.NullMarked;
