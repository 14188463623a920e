/** Whether nobody uses the source any more: its requests, its clients, what is written there. */
@NullMarked
package io.cutovergate.cutover.drain;

import org.jspecify.annotations.NullMarked;
