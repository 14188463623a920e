@NullMarked
package io.cutovergate.integrity;

import org.jspecify.annotations.NullMarked;
