@NullMarked
package io.cutovergate.cutover.watch;

import org.jspecify.annotations.NullMarked;
