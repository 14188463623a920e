@NullMarked
package io.cutovergate.cutover;

import org.jspecify.annotations.NullMarked;
