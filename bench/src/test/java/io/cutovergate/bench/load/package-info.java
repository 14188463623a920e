@NullMarked
package io.cutovergate.bench.load;

import org.jspecify.annotations.NullMarked;
