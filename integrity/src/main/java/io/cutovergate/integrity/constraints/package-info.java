@NullMarked
package io.cutovergate.integrity.constraints;

import org.jspecify.annotations.NullMarked;
