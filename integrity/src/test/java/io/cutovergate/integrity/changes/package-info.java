@NullMarked
package io.cutovergate.integrity.changes;

import org.jspecify.annotations.NullMarked;
