@NullMarked
package io.cutovergate.load.comparison;

import org.jspecify.annotations.NullMarked;
