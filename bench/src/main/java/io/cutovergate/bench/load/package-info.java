/** How often the comparison of both sides under load is right. */
@NullMarked
package io.cutovergate.bench.load;

import org.jspecify.annotations.NullMarked;
