@NullMarked
package io.cutovergate.integrity.sql;

import org.jspecify.annotations.NullMarked;
