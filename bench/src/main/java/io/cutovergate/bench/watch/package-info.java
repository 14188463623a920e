/** How well the watch measures outages whose length is known. */
@NullMarked
package io.cutovergate.bench.watch;

import org.jspecify.annotations.NullMarked;
