/** How far the target's databases are behind the source's. */
@NullMarked
package io.cutovergate.integrity.replication;

import org.jspecify.annotations.NullMarked;
