/** Clients that count what they examine; here what they share. */
@NullMarked
package io.cutovergate.probe;

import org.jspecify.annotations.NullMarked;
