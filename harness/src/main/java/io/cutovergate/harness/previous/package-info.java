/** What earlier gates have seen, read from their verdicts. */
@NullMarked
package io.cutovergate.harness.previous;

import org.jspecify.annotations.NullMarked;
