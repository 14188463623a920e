/** What a database has changed, as its own log tells it. */
@NullMarked
package io.cutovergate.integrity.changes;

import org.jspecify.annotations.NullMarked;
