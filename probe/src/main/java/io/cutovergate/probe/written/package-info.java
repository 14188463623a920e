/** What was written through a public interface with identifiers of its own: found again in the databases, and removed. */
@NullMarked
package io.cutovergate.probe.written;

import org.jspecify.annotations.NullMarked;
