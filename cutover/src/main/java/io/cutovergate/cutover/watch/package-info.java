/** The watch: asks at a fixed rate from outside, writes down how each request ended, and tells outages from that. */
@NullMarked
package io.cutovergate.cutover.watch;

import org.jspecify.annotations.NullMarked;
