@NullMarked
package io.cutovergate.load;

import org.jspecify.annotations.NullMarked;
