@NullMarked
package io.cutovergate.integrity.sequences;

import org.jspecify.annotations.NullMarked;
