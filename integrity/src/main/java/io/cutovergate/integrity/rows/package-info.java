@NullMarked
package io.cutovergate.integrity.rows;

import org.jspecify.annotations.NullMarked;
