@NullMarked
package io.cutovergate.integrity.anonymised.pattern;

import org.jspecify.annotations.NullMarked;
