@NullMarked
package io.cutovergate.integrity.schema;

import org.jspecify.annotations.NullMarked;
