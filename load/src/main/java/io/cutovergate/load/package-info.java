/** Behaviour under load, and while something breaks. */
@NullMarked
package io.cutovergate.load;

import org.jspecify.annotations.NullMarked;
