@NullMarked
package io.cutovergate.integrity.selection;

import org.jspecify.annotations.NullMarked;
