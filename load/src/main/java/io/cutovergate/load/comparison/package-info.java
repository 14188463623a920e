/** Arithmetic that says whether one side is slower than the other: nothing but numbers. */
@NullMarked
package io.cutovergate.load.comparison;

import org.jspecify.annotations.NullMarked;
