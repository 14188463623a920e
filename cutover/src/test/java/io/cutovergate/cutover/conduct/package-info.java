@NullMarked
package io.cutovergate.cutover.conduct;

import org.jspecify.annotations.NullMarked;
